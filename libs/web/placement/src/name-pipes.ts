import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { localeOf } from '@sampan/web-kit';

/** Our own words first: browsers know no Khmer names of countries and languages. Any other code is the browser's to name. */
const nameOf = (transloco: TranslocoService, key: string, type: 'region' | 'language', code: string): string => {
  const language = transloco.activeLang();
  const own: unknown = transloco.getTranslation(language)[key];
  return typeof own === 'string' ? own : (new Intl.DisplayNames([localeOf(language)], { type, fallback: 'code' }).of(code) ?? code);
};

// Impure, because the language of the screen is a signal they read.

/** `'TH' | placementCountry` → Thailand. */
@Pipe({ name: 'placementCountry', pure: false })
export class CountryPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(code: string): string {
    return nameOf(this.transloco, 'placement.countryName.' + code, 'region', code);
  }
}

/** `'km' | placementLanguage` → Khmer. */
@Pipe({ name: 'placementLanguage', pure: false })
export class LanguagePipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(code: string): string {
    return nameOf(this.transloco, 'placement.languageName.' + code, 'language', code);
  }
}
