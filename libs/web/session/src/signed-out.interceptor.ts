import { HttpContextToken, HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { tap } from 'rxjs';
import { Session } from './session';

/** On the calls for which "not signed in" is one of the answers, not the end of a session. */
export const EXPECTS_SIGNED_OUT = new HttpContextToken(() => false);

/** A 401 lays the sign-in over the page instead of leaving it: nothing that was typed is lost. */
export const noticeSignedOut: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse && error.status === 401 && !request.context.get(EXPECTS_SIGNED_OUT)) {
          injector.get(Session).end((error.error as { code?: string } | null)?.code);
        }
      },
    }),
  );
};
