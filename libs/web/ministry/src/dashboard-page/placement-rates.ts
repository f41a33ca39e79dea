import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { IndicatorDto, ReleaseValueDto } from '@sampan/web-client';
import { ChartFrame } from '../charts/chart-frame';
import { RateBar } from '../charts/rate-bar';
import { Definition, textIn } from '../numbers/definition';
import { NumberWordsPipe, PeriodPipe } from '../numbers/number-words';
import { PublishedNumber } from '../numbers/published-number';
import { latestOf, PLACEMENT_RATES } from '../numbers/values';

/** The four official placement rates side by side; there is no bare "placement rate". */
@Component({
  selector: 'sp-placement-rates',
  imports: [TranslocoPipe, ChartFrame, Definition, NumberWordsPipe, PeriodPipe, PublishedNumber, RateBar],
  templateUrl: './placement-rates.html',
  styleUrl: './placement-rates.scss',
})
export class PlacementRates {
  readonly values = input.required<readonly ReleaseValueDto[]>();
  readonly indicators = input.required<readonly IndicatorDto[]>();
  private readonly transloco = inject(TranslocoService);

  protected readonly rates = computed(() => {
    const language = this.transloco.activeLang();
    return PLACEMENT_RATES.flatMap((key, index) => {
      const indicator = this.indicators().find((one) => one.key === key);
      const value = latestOf(this.values(), key);
      return indicator && value ? [{ key, indicator, value, pattern: index + 1, text: textIn(indicator, language) }] : [];
    });
  });
}
