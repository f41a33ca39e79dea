import type { Routes } from '@angular/router';
import english from '../../../i18n/en.json';
import { appRoutes } from '../app.routes';
import { NAVIGATION } from './navigation';

const items = NAVIGATION.flatMap((group) => group.items);

const routesOf = async (audience: string): Promise<Routes> => {
  const loaded = await appRoutes.find((route) => route.path === audience)?.loadChildren?.();
  return Array.isArray(loaded) ? (loaded as Routes) : [];
};

describe('the navigation', () => {
  it.each(items.map((item) => [item.link, item.permission]))('leads to %s, which asks for the same permission: %s', async (link, permission) => {
    const [audience = '', ...rest] = link.slice(1).split('/');
    const route = (await routesOf(audience)).find(({ path, redirectTo }) => path === rest.join('/') && !redirectTo);
    const needed: unknown = route?.data?.['permission'];
    expect([needed].flat()).toContain(permission);
  });

  it('has words for every place', () => {
    const words: Readonly<Record<string, string>> = english.nav;
    expect(items.filter((item) => !words[item.text.replace('shell.nav.', '')] || !words[item.hint.replace('shell.nav.', '')])).toEqual([]);
  });

  it('names no place twice', () => expect(new Set(items.map((item) => item.link)).size).toBe(items.length));
});
