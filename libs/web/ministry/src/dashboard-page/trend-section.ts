import { Component, computed, inject, input, model } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { IndicatorDto, ReleaseValueDto } from '@sampan/web-client';
import { Field, Control } from '@sampan/web-kit';
import { ChartFrame } from '../charts/chart-frame';
import { TrendChart } from '../charts/trend-chart';
import { Definition, textIn } from '../numbers/definition';
import { NumberWordsPipe, PeriodPipe } from '../numbers/number-words';
import { PublishedNumber } from '../numbers/published-number';
import { mainNumber, seriesOf } from '../numbers/values';

/** One indicator over the quarters of its cohorts, and the table behind it. */
@Component({
  selector: 'sp-trend-section',
  imports: [TranslocoPipe, ChartFrame, Control, Definition, Field, NumberWordsPipe, PeriodPipe, PublishedNumber, TrendChart],
  templateUrl: './trend-section.html',
  styles: `.controls { display: flex; flex-wrap: wrap; align-items: end; gap: var(--sp-3); margin-block-end: var(--sp-3); } sp-field { flex: 0 1 26rem; }`,
})
export class TrendSection {
  readonly values = input.required<readonly ReleaseValueDto[]>();
  readonly indicators = input.required<readonly IndicatorDto[]>();
  readonly key = model.required<string>();
  private readonly transloco = inject(TranslocoService);

  protected readonly choices = computed(() => {
    const language = this.transloco.activeLang();
    return this.indicators().map((one) => ({ key: one.key, name: textIn(one, language).name }));
  });
  protected readonly indicator = computed(() => this.indicators().find(({ key }) => key === this.key()) ?? null);
  protected readonly name = computed(() => this.choices().find(({ key }) => key === this.key())?.name ?? '');
  protected readonly kind = computed(() => (this.indicator()?.kind === 'count' ? 'count' : 'percent'));
  /** Cohorts that nobody of is due yet have no number to draw; the table lists them. */
  protected readonly series = computed(() => seriesOf(this.values(), this.key(), 'quarter'));
  protected readonly drawn = computed(() => this.series().filter((value) => value.mature));
  protected readonly main = mainNumber;

  protected choose(event: Event): void {
    this.key.set((event.target as HTMLSelectElement).value);
  }
}
