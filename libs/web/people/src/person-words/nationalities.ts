import { computed, inject, Injectable, resource } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Api, countriesList } from '@sampan/web-client';
import { SPOKEN, WITHOUT_COUNTRY } from './codes';

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Countries and languages by the names that the reader's language has for them. */
@Injectable({ providedIn: 'root' })
export class Nationalities {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  private readonly countries = resource({ loader: () => this.api.invoke(countriesList) });

  /** Countries the product knows, then stateless and unknown. */
  readonly list = computed<readonly Named[]>(() => {
    const language = this.transloco.activeLang();
    const known = (this.countries.hasValue() ? this.countries.value() : []).map(({ code, names }) => ({ code, name: names[language] ?? names['en'] ?? code }));
    return [...known, ...WITHOUT_COUNTRY.map((code) => ({ code, name: this.transloco.translate(`people.nationality.${code}`) }))];
  });

  /** Our own words: browsers do not know the names of languages in Khmer and would say them in English. */
  readonly languages = computed<readonly Named[]>(() => {
    this.transloco.activeLang();
    return SPOKEN.map((code) => ({ code, name: this.transloco.translate(`people.languageName.${code}`) }));
  });

  nameOf(code: string | null): string | null {
    return code === null ? null : (this.list().find((one) => one.code === code)?.name ?? code);
  }

  languageOf(code: string): string {
    return this.languages().find((one) => one.code === code)?.name ?? code;
  }
}
