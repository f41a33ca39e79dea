import type { Route, Routes } from '@angular/router';
import { adminRoutes } from '@sampan/web-admin';
import { caseworkRoutes } from '@sampan/web-casework';
import { ministryRoutes } from '@sampan/web-ministry';
import { peopleRoutes } from '@sampan/web-people';
import { placementRoutes } from '@sampan/web-placement';
import { trainingRoutes } from '@sampan/web-training';
import english from '../../../i18n/en.json';
import { NAVIGATION } from './navigation';

const AUDIENCES: Readonly<Record<string, Routes>> = {
  people: peopleRoutes,
  training: trainingRoutes,
  placement: placementRoutes,
  casework: caseworkRoutes,
  ministry: ministryRoutes,
  admin: adminRoutes,
};

const routeOf = (link: string): Route | undefined => {
  const [audience = '', ...rest] = link.slice(1).split('/');
  return AUDIENCES[audience]?.find((route) => route.path === rest.join('/') && !route.redirectTo);
};

const items = NAVIGATION.flatMap((group) => group.items);

describe('the navigation', () => {
  it.each(items.map((item) => [item.link, item.permission]))('leads to %s, which asks for the same permission: %s', (link, permission) => {
    const needed: unknown = routeOf(link)?.data?.['permission'];
    expect([needed].flat()).toContain(permission);
  });

  it('has words for every place', () => {
    const words: Readonly<Record<string, string>> = english.nav;
    expect(items.map((item) => words[item.text.replace('shell.nav.', '')]).filter((text) => !text)).toEqual([]);
  });

  it('names no place twice', () => expect(new Set(items.map((item) => item.link)).size).toBe(items.length));
});
