// A person at the product, as the browser is one: signs in, sends its cookies and its token back.

/**
 * @typedef {object} Client
 * @property {Record<string, string>} headers
 * @property {(method: string, path: string, body?: object | FormData) => Promise<any>} call
 */

/** @param {string} url @param {string} email @param {string} password @returns {Promise<Client>} */
export async function signIn(url, email, password) {
  const answer = await fetch(`${url}/api/v1/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}.`);
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const token = decodeURIComponent(cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '');
  const session = { cookie: cookies.join('; '), 'x-xsrf-token': token };
  return {
    headers: { ...session, 'content-type': 'application/json' },
    call: async (method, path, body) => {
      const isForm = body instanceof FormData;
      const response = await fetch(`${url}/api/v1/${path}`, {
        method,
        headers: isForm ? session : { ...session, 'content-type': 'application/json' },
        ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${text.slice(0, 300)}`);
      return text ? JSON.parse(text) : undefined;
    },
  };
}
