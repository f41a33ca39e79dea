import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { IndicatorDto, ReleaseValueDto } from '@sampan/web-client';
import { DayPipe } from '@sampan/web-kit';
import { Sparkline } from '../charts/sparkline';
import { Definition, textIn } from '../numbers/definition';
import { ChangePipe, NumberWordsPipe, PeriodPipe } from '../numbers/number-words';
import { PublishedNumber } from '../numbers/published-number';
import { changeOf, latestOf, mainNumber, seriesOf, type TileOf } from '../numbers/values';

/** One number with what belongs to it: n, period, as of, trend, coverage, definition. */
@Component({
  selector: 'sp-indicator-tile',
  imports: [TranslocoPipe, ChangePipe, DayPipe, Definition, NumberWordsPipe, PeriodPipe, PublishedNumber, Sparkline],
  host: { class: 'sp-card' },
  templateUrl: './indicator-tile.html',
  styleUrl: './indicator-tile.scss',
})
export class IndicatorTile {
  readonly of = input.required<TileOf>();
  readonly indicator = input.required<IndicatorDto>();
  readonly values = input.required<readonly ReleaseValueDto[]>();

  private readonly transloco = inject(TranslocoService);
  protected readonly name = computed(() => textIn(this.indicator(), this.transloco.activeLang()).name);
  protected readonly kind = computed(() => (this.indicator().kind === 'rate' ? 'percent' : 'count'));
  protected readonly value = computed(() => latestOf(this.values(), this.of().indicator));
  protected readonly main = computed(() => {
    const value = this.value();
    return value && mainNumber(value);
  });
  protected readonly change = computed(() => changeOf(this.values(), this.of().indicator));
  protected readonly trend = computed(() => seriesOf(this.values(), this.of().indicator, 'quarter').map((value) => mainNumber(value)?.value ?? null));
  /** How complete the number is: its own coverage, or another indicator of the same period that says so. */
  protected readonly coverage = computed(() => {
    const [by, value] = [this.of().coveredBy, this.value()];
    const other = by && value ? this.values().find((one) => one.indicator === by && one.period === value.period && one.dimension === 'total') : null;
    return value?.coverage ?? other?.rate ?? null;
  });
}
