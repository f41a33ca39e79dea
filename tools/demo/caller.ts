/** Somebody who uses the product over HTTP, as the web does: what the demo tells went through every rule. */
export class Caller {
  private cookie = '';
  private csrf = '';

  private constructor(private readonly url: string) {}

  static async signIn(url: string, email: string, password: string): Promise<Caller> {
    const caller = new Caller(url);
    await caller.post('auth/sign-in', { email, password });
    return caller;
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: this.cookie, 'x-xsrf-token': this.csrf },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    this.keep(response.headers.getSetCookie());
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path.replace(/[0-9a-f-]{36}/g, '…')} answered ${response.status} ${text.slice(0, 300)}`);
    }
    return (text ? JSON.parse(text) : undefined) as T;
  }

  private keep(lines: readonly string[]): void {
    if (lines.length === 0) {
      return;
    }
    const pairs = lines.map((line) => line.split(';')[0]!);
    this.cookie = pairs.join('; ');
    this.csrf = decodeURIComponent(pairs.find((pair) => pair.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '');
  }
}
