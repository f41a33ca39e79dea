import { keepRefusal } from './refusals';

/** What an answer was: its status, and its body as JSON where it is JSON. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** RFC 9457, as far as tests look at it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
}

export const apiUrl = (): string => {
  const url = process.env['SAMPAN_HTTP_URL'];
  if (!url) {
    throw new Error('HTTP tests need the global set-up of tools/jest/http.cjs.');
  }
  return url;
};

const CSRF_COOKIE = 'XSRF-TOKEN';

/** A caller with cookies of its own, who sends the CSRF token back as the web does. */
export class Client {
  private readonly cookies = new Map<string, string>();
  /** Switched off where a test shows what happens without the token. */
  sendsCsrf = true;

  /** @param address of the product, where it is not the one that all HTTP tests share */
  constructor(private readonly address = apiUrl()) {}

  /** Loses one cookie, as time does. */
  forget(cookie: string): void {
    this.cookies.delete(cookie);
  }

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.call('GET', path);
  }

  post<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.call('POST', path, body, headers);
  }

  put<T = unknown>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.call('PUT', path, body);
  }

  patch<T = unknown>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.call('PATCH', path, body);
  }

  delete<T = unknown>(path: string): Promise<Answer<T>> {
    return this.call('DELETE', path);
  }

  /** @param path below `/api/v1/` unless it begins with a slash; FormData is sent as it is */
  call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const isForm = body instanceof FormData;
    return this.callAsIs(method, path, body === undefined || isForm ? body : JSON.stringify(body), { ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }), ...headers });
  }

  /** As {@link call}, with a body that goes over the wire as it stands here, be it JSON or not. */
  async callAsIs<T>(method: string, path: string, body: string | FormData | undefined, headers: Record<string, string>): Promise<Answer<T>> {
    const token = this.cookies.get(CSRF_COOKIE);
    const response = await fetch(new URL(path.startsWith('/') ? path : `/api/v1/${path}`, this.address), {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        ...(this.cookies.size > 0
          ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...(token && this.sendsCsrf ? { 'x-xsrf-token': decodeURIComponent(token) } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    this.keepCookies(response);
    const answer = { status: response.status, headers: response.headers, body: (await bodyOf(response)) as T };
    keepRefusal(answer.status, answer.body);
    return answer;
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) {
        this.cookies.delete(name);
      } else {
        this.cookies.set(name, value);
      }
    }
  }
}

const bodyOf = async (response: Response): Promise<unknown> => {
  if (/[/+]json\b/.test(response.headers.get('content-type') ?? '')) {
    return response.json();
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  return /^text\//.test(response.headers.get('content-type') ?? '') ? bytes.toString('utf8') : bytes;
};
