import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { PublishedNumberDto, ReleasedPlaceDto } from '@sampan/web-client';
import { dayWords, localeOf } from '@sampan/web-kit';

export type NumberKind = 'percent' | 'count';

// Impure, because the language of the screen is a signal they read.

/** A published number in figures: `45`, `44%`, `<10`, `>95%`; a suppressed one without a bound is a dash. */
@Pipe({ name: 'ministryNumber', pure: false })
export class NumberWordsPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(number: PublishedNumberDto | null | undefined, kind: NumberKind = 'count'): string {
    const format = new Intl.NumberFormat(localeOf(this.transloco.activeLang()), kind === 'percent' ? { style: 'percent' } : {});
    const words = (value: number): string => format.format(kind === 'percent' ? value / 100 : value);
    if (!number) {
      return '';
    }
    if (number.value !== null) {
      return words(number.value);
    }
    return number.bound ? `${number.bound.is === 'below' ? '<' : '>'}${words(number.bound.than)}` : '–';
  }
}

/** A change with its sign: `+3`, `−2`; a true minus, since most of our languages' forms are a hyphen, which a line breaks after. */
@Pipe({ name: 'ministryChange', pure: false })
export class ChangePipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(by: number): string {
    return new Intl.NumberFormat(localeOf(this.transloco.activeLang()), { signDisplay: 'exceptZero' })
      .formatToParts(by)
      .map(({ type, value }) => (type === 'minusSign' ? '−' : value))
      .join('');
  }
}

/** Why a number is not shown, in a sentence; nothing when it is shown. */
@Pipe({ name: 'ministryWhy', pure: false })
export class WhyPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(number: PublishedNumberDto | null | undefined): string {
    const language = this.transloco.activeLang();
    return number?.reason ? this.transloco.translate('ministry.why.' + number.reason, {}, language) : '';
  }
}

/** `2025-Q3` and `2025` in words; Thai readers see the Buddhist year. */
@Pipe({ name: 'ministryPeriod', pure: false })
export class PeriodPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  /** `quarter` and `year` are the two lines of an axis, which has no room for both in one. */
  transform(period: string, style: 'long' | 'quarter' | 'year' = 'long'): string {
    const language = this.transloco.activeLang();
    const [year = '', quarter] = period.split('-Q');
    const words = dayWords(year, language);
    if (style === 'year') {
      return year.length > 0 && quarter ? words : '';
    }
    return quarter ? this.transloco.translate(style === 'long' ? 'ministry.quarter' : 'ministry.quarterShort', { quarter, year: words }, language) : words;
  }
}

/** A country's name: our own words where we have them, else the browser's. */
@Pipe({ name: 'ministryCountry', pure: false })
export class CountryPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(code: string): string {
    const language = this.transloco.activeLang();
    const key = 'ministry.countryName.' + code;
    const own: unknown = this.transloco.getTranslation(language)[key];
    return typeof own === 'string' ? own : (new Intl.DisplayNames([localeOf(language)], { type: 'region', fallback: 'code' }).of(code) ?? code);
  }
}

export interface Category {
  readonly dimension: string;
  readonly category: string;
  readonly place: ReleasedPlaceDto | null;
}

/** A row of a breakdown in words: a sex, an age band, a programme's code, a place and what was joined with it. */
@Pipe({ name: 'ministryCategory', pure: false })
export class CategoryPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform({ dimension, category, place }: Category, provinces: Readonly<Record<string, string>>): string {
    const language = this.transloco.activeLang();
    if (dimension === 'sex' || dimension === 'age') {
      return this.transloco.translate(`ministry.category.${dimension}.${category}`, {}, language);
    }
    if (!place || place.level === 'centre') {
      return place?.name ?? category;
    }
    const params = { count: place.centres, province: provinces[place.province ?? ''] ?? place.province ?? '' };
    return this.transloco.translate('ministry.place.' + place.level, params, language);
  }
}
