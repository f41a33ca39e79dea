import { HttpXsrfTokenExtractor, provideHttpClient, withInterceptors, withXsrfConfiguration } from '@angular/common/http';
import { type EnvironmentProviders, inject, isDevMode, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { provideTransloco } from '@jsverse/transloco';
import { LANGUAGES, PROBLEM_TEXT } from '@sampan/web-kit';
import { CsrfToken } from './csrf-token';
import { Language, TextLoader } from './language';
import { Problems } from './problems';
import { Session } from './session';
import { noticeSignedOut } from './signed-out.interceptor';

/** HTTP with CSRF protection, the texts, the words for problems, and who is signed in: once, in the shell. */
export function provideSession(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideHttpClient(withInterceptors([noticeSignedOut]), withXsrfConfiguration({ headerName: 'X-XSRF-TOKEN' })),
    { provide: HttpXsrfTokenExtractor, useClass: CsrfToken },
    provideTransloco({
      config: {
        availableLangs: LANGUAGES.map((language) => language.id),
        defaultLang: 'en',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
        missingHandler: { logMissingKey: true, useFallbackTranslation: false },
      },
      loader: TextLoader,
    }),
    { provide: PROBLEM_TEXT, useExisting: Problems },
    provideAppInitializer(async () => {
      const [language, session] = [inject(Language), inject(Session)];
      await Promise.all([language.start(), session.ready()]);
      await language.followAccount();
    }),
  ]);
}
