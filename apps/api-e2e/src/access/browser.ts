/** As much of a browser as a sign-in across two sites needs: cookies of each site, and following redirects. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Goes to an address and follows redirects; stops in front of `until`, which is not asked. */
  async go(address: string, until: (url: URL) => boolean = () => false): Promise<URL> {
    let url = new URL(address);
    for (let steps = 0; steps < 20; steps += 1) {
      if (until(url)) {
        return url;
      }
      const response = await this.fetch(url);
      const next = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || !next) {
        return url;
      }
      url = new URL(next, url);
    }
    throw new Error('Sent in circles.');
  }

  async fetch(url: URL, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie: this.cookieLine(url) } });
    this.keep(url, response);
    return response;
  }

  private cookieLine(url: URL): string {
    return [...(this.cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(url: URL, response: Response): void {
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, jar);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) {
        jar.delete(name);
      } else {
        jar.set(name, value);
      }
    }
  }
}
