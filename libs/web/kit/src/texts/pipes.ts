import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { dayWords, momentWords } from './day-words';
import { localeOf } from './languages';

// Impure, because the language of the screen is a signal they read: they are reckoned again when it changes.

/** `'2026-11-10' | spDay` → 10 November 2026; also of a month or a year alone. */
@Pipe({ name: 'spDay', pure: false })
export class DayPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(date: string | null | undefined, style: 'long' | 'short' | 'weekday' | 'era' = 'short'): string {
    return dayWords(date, this.transloco.activeLang(), { short: style === 'short', weekday: style === 'weekday', era: style === 'era' });
  }
}

/** `moment | spMoment: 'Asia/Phnom_Penh'` → 10 Nov 2026, 14:05. */
@Pipe({ name: 'spMoment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(moment: string | null | undefined, zone?: string | null, style: 'long' | 'short' | 'time' = 'short'): string {
    return momentWords(moment, this.transloco.activeLang(), { ...(zone ? { zone } : {}), short: style === 'short', timeOnly: style === 'time' });
  }
}

/** `1234.5 | spNumber` → 1,234.5; `0.714 | spNumber: 'percent'` → 71.4%. Nothing known is a dash, never a zero. */
@Pipe({ name: 'spNumber', pure: false })
export class NumberPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(value: number | null | undefined, style: 'decimal' | 'percent' = 'decimal', digits = 1): string {
    return value === null || value === undefined
      ? '–'
      : new Intl.NumberFormat(localeOf(this.transloco.activeLang()), { style, maximumFractionDigits: digits }).format(value);
  }
}

/** `12000 | spMoney: 'THB'` → THB 12,000. The code is written out: signs are shared between currencies. */
@Pipe({ name: 'spMoney', pure: false })
export class MoneyPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(amount: number | string | null | undefined, currency: string): string {
    return amount === null || amount === undefined || amount === ''
      ? '–'
      : new Intl.NumberFormat(localeOf(this.transloco.activeLang()), { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 2, minimumFractionDigits: 0 }).format(Number(amount));
  }
}

/** `'training.places' | spPlural: 3` takes `training.places.one` or `.other` by the rules of the language; `{{count}}` inside is the number. */
@Pipe({ name: 'spPlural', pure: false })
export class PluralPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(key: string, count: number, params: Record<string, unknown> = {}): string {
    const language = this.transloco.activeLang();
    const locale = localeOf(language);
    const form = new Intl.PluralRules(locale).select(count);
    return this.transloco.translate(`${key}.${form}`, { count: new Intl.NumberFormat(locale).format(count), ...params });
  }
}
