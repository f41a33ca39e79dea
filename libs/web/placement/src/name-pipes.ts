import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { localeOf } from '@sampan/web-kit';

const nameOf = (language: string, type: 'region' | 'language', code: string): string =>
  new Intl.DisplayNames([localeOf(language)], { type, fallback: 'code' }).of(code) ?? code;

// Impure, because the language of the screen is a signal they read.

/** `'TH' | placementCountry` → Thailand. */
@Pipe({ name: 'placementCountry', pure: false })
export class CountryPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(code: string): string {
    return nameOf(this.transloco.activeLang(), 'region', code);
  }
}

/** `'km' | placementLanguage` → Khmer. */
@Pipe({ name: 'placementLanguage', pure: false })
export class LanguagePipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(code: string): string {
    return nameOf(this.transloco.activeLang(), 'language', code);
  }
}
