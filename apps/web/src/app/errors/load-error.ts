import { ErrorHandler, inject } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';

/** A page's own code or texts could not be fetched (no connection, or a new version was put in place meanwhile). */
export const showLoadError = (error: NavigationError): RedirectCommand => {
  inject(ErrorHandler).handleError(error.error);
  return new RedirectCommand(inject(Router).parseUrl('/not-loaded'), { skipLocationChange: true });
};
