import { readFileSync } from 'node:fs';
import { EVERYTHING_ELSE, LIMIT_GROUPS } from './limits.data';

const { paths } = JSON.parse(readFileSync('libs/contract/openapi.json', 'utf8')) as { paths: Record<string, Record<string, unknown>> };
const routes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
const limited = LIMIT_GROUPS.flatMap((group) => group.routes);

describe('the limits', () => {
  it.each(limited)('name a route that exists: %s', (route) => {
    expect(routes).toContain(route);
  });

  it('put no route in two groups', () => {
    expect(new Set(limited).size).toBe(limited.length);
  });

  it.each([...LIMIT_GROUPS, EVERYTHING_ELSE])('leave an address at least eight times what an account has: $name', ({ account, address }) => {
    expect(address).not.toBeNull();
    expect((address?.requests ?? 0) / (address?.seconds ?? 1)).toBeGreaterThanOrEqual(8 * ((account?.requests ?? 0) / (account?.seconds ?? 1)));
  });

  it.each(routes.filter((route) => /\/(pdf|csv|xlsx|receipt)$|\/exports|POST .*\/import(s)?$|POST .*\/search$/.test(route)))('know a route that is dear: %s', (route) => {
    expect(limited).toContain(route);
  });
});
