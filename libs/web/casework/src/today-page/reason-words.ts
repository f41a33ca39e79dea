import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { localeOf } from '@sampan/web-kit';

export interface ReasonToSay {
  readonly key: string;
  readonly params: object;
}

/** `reason | spReasonWords` → "A step of the plan is 3 days late". Impure: it follows the language of the screen. */
@Pipe({ name: 'spReasonWords', pure: false })
export class ReasonWords implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform({ key, params }: ReasonToSay): string {
    const { days, tier, ...others } = params as Record<string, string | number | undefined>;
    const locale = localeOf(this.transloco.activeLang());
    const form = days === undefined ? '' : `.${new Intl.PluralRules(locale).select(Number(days))}`;
    return this.transloco.translate(`casework.${key}${form}`, {
      ...others,
      ...(days === undefined ? {} : { days: new Intl.NumberFormat(locale).format(Number(days)) }),
      ...(tier === undefined ? {} : { tier: this.transloco.translate(`casework.tier.${tier}`) }),
    });
  }
}
