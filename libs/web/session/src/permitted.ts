import { inject } from '@angular/core';
import { RedirectCommand, Router, type ActivatedRouteSnapshot, type CanActivateFn, type RouterStateSnapshot } from '@angular/router';
import { Session } from './session';

const SET_UP = '/account/second-factor';
/** What somebody may open who has to set up the second factor before anything else. */
const OPEN_WHILE_OWING = ['/account', '/password'];

/**
 * The one guard. A route says what it needs as data: `permission: 'person.read'` (or a list: any of them).
 * The shell puts it over every audience, so audiences only write the data.
 */
export const permitted: CanActivateFn = async (route: ActivatedRouteSnapshot, state: RouterStateSnapshot) => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.ready();
  if (!session.signedIn() && session.locked()) {
    // The lock screen stands there; the address stays, so that unlocking brings the page.
    return new RedirectCommand(router.parseUrl('/locked'), { skipLocationChange: true });
  }
  if (!session.signedIn()) {
    return router.createUrlTree(['/sign-in'], { queryParams: state.url === '/' ? {} : { back: state.url } });
  }
  if (session.owesSecondFactor() && !OPEN_WHILE_OWING.some((path) => state.url.startsWith(path))) {
    return router.createUrlTree([SET_UP]);
  }
  const needed = route.data['permission'] as string | readonly string[] | undefined;
  const enough = needed === undefined || (typeof needed === 'string' ? session.can(needed) : session.canAny(...needed));
  return enough || new RedirectCommand(router.parseUrl('/not-allowed'), { skipLocationChange: true });
};
