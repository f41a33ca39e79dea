import type { Request, Response } from 'express';
import { giveCookies, givePending, pendingTokenOf, takeCookies, tokenOf } from './session-cookie';
import type { OpenedSession } from './sessions';

interface Given {
  readonly name: string;
  readonly options: Record<string, unknown>;
}

const given = (give: (response: Response) => void): Given[] => {
  const cookies: Given[] = [];
  give({ cookie: (name: string, _: string, options: Given['options']) => cookies.push({ name, options }), clearCookie: () => undefined } as unknown as Response);
  return cookies;
};
const session = { token: 't', csrfToken: 'c' } as OpenedSession;
const bringing = (cookies: Record<string, string>): Request => ({ cookies }) as Request;

describe('cookies', () => {
  it('are tied to this very address where browsers reach us by https', () => {
    const cookies = given((response) => {
      giveCookies(response, session, true);
      givePending(response, 'p', true);
    });
    expect(cookies.map(({ name }) => name)).toEqual(['__Host-sampan_session', '__Host-XSRF-TOKEN', '__Secure-sampan_pending']);
    expect(cookies.every(({ options }) => options['secure'] === true && options['domain'] === undefined)).toBe(true);
    expect(cookies.filter(({ name }) => name.startsWith('__Host-')).every(({ options }) => options['path'] === '/')).toBe(true);
    expect(cookies.map(({ options }) => options['httpOnly'])).toEqual([true, false, true]);
  });

  it('of another name are not ours there, so that a neighbour of the domain can plant none', () => {
    const planted = bringing({ sampan_session: 'planted', sampan_pending: 'planted' });
    expect([tokenOf(planted, true), pendingTokenOf(planted, true)]).toEqual([undefined, undefined]);
    expect(tokenOf(bringing({ '__Host-sampan_session': 'ours' }), true)).toBe('ours');
    expect(pendingTokenOf(bringing({ '__Secure-sampan_pending': 'ours' }), true)).toBe('ours');
  });

  it('have plain names over http on a local network, where no browser would keep the others', () => {
    expect(given((response) => giveCookies(response, session, false)).map(({ name }) => name)).toEqual(['sampan_session', 'XSRF-TOKEN']);
    expect(tokenOf(bringing({ sampan_session: 'ours' }), false)).toBe('ours');
  });

  it('are taken back under the names under which they were given', () => {
    const taken: string[] = [];
    takeCookies({ clearCookie: (name: string, { secure }: { secure: boolean }) => taken.push(`${name} ${secure}`) } as unknown as Response, true);
    expect(taken).toEqual(['__Host-sampan_session true', '__Host-XSRF-TOKEN true']);
  });
});
