import { HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { ProblemText } from '@sampan/web-kit';
import { Language } from './language';

/** RFC 9457, as our server writes it. */
export interface Problem {
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Of a 400: what is wrong, by field. */
  readonly errors?: readonly { readonly field: string; readonly code?: string; readonly message?: string }[];
}

const BY_STATUS: Readonly<Record<number, string>> = {
  0: 'session.status.offline',
  400: 'session.status.badInput',
  401: 'session.status.signedOut',
  403: 'session.status.notAllowed',
  404: 'session.status.notFound',
  409: 'session.status.conflict',
  413: 'session.status.tooLarge',
  422: 'session.status.refused',
  429: 'session.status.tooMany',
  503: 'session.status.unavailable',
};

export const problemOf = (error: unknown): Problem => {
  // resource() wraps what is thrown and is not an Error; HttpErrorResponse is one of those.
  const cause = error instanceof Error && error.cause instanceof HttpErrorResponse ? error.cause : error;
  if (cause instanceof HttpErrorResponse) {
    const body: unknown = cause.error;
    return { ...(typeof body === 'object' && body !== null ? body : {}), status: cause.status };
  }
  return {};
};

/** Words for what went wrong: by the server's code in any loaded library's `problem.<CODE>`, else by the status. */
@Injectable({ providedIn: 'root' })
export class Problems implements ProblemText {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);

  text(error: unknown): string {
    const problem = problemOf(error);
    const language = this.transloco.activeLang();
    const own = problem.code ? this.ownWords(problem.code, language) : null;
    if (own) {
      return this.transloco.translate(own, { ...problem.details });
    }
    // What never reached our server, or broke here, has no number to tell.
    const unexpected = problem.requestId ? 'session.status.unexpected' : 'session.status.unexpectedUnnumbered';
    return this.transloco.translate(BY_STATUS[problem.status ?? -1] ?? unexpected, { request: problem.requestId ?? '' });
  }

  fields(error: unknown): Readonly<Record<string, string>> {
    const problem = problemOf(error);
    return Object.fromEntries((problem.errors ?? []).map(({ field, code }) => [field, this.fieldWords(code)]));
  }

  private ownWords(code: string, language: string): string | null {
    const all = this.transloco.getTranslation(language);
    return this.language.loaded().map((library) => `${library}.problem.${code}`).find((key) => typeof all[key] === 'string') ?? null;
  }

  private fieldWords(rule: string | undefined): string {
    const key = `session.rule.${rule}`;
    const known = rule !== undefined && typeof this.transloco.getTranslation(this.transloco.activeLang())[key] === 'string';
    return this.transloco.translate(known ? key : 'session.rule.other');
  }
}
