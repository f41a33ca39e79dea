import { Component, computed, inject, input, model, resource } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, countriesProvinces, type IndicatorDto, releasesValues, type ReleaseValueDto } from '@sampan/web-client';
import { FilterChips, Waiting } from '@sampan/web-kit';
import { ChartFrame } from '../charts/chart-frame';
import { RateBar } from '../charts/rate-bar';
import { textIn } from '../numbers/definition';
import { CategoryPipe, PeriodPipe } from '../numbers/number-words';
import { PublishedNumber } from '../numbers/published-number';
import { DIMENSIONS, isYear, mainNumber, type Breakdown } from '../numbers/values';

/** One indicator of the latest mature year by sex, age, programme or place; small places are joined, and say so. */
@Component({
  selector: 'sp-breakdown-section',
  imports: [TranslocoPipe, CategoryPipe, ChartFrame, FilterChips, PeriodPipe, PublishedNumber, RateBar, Waiting],
  templateUrl: './breakdown-section.html',
  styles: `
    .bar { inline-size: 30%; min-inline-size: 6rem; }
    .narrow { display: none; margin-block-start: var(--sp-1); }
    sp-filter-chips { margin-block-end: var(--sp-3); display: block; }
    /* On a phone the bar stands below its name: there is no room for a column of bars. */
    @media (max-width: 40rem) {
      .bar { display: none; }
      .narrow { display: block; }
    }
  `,
})
export class BreakdownSection {
  readonly releaseId = input.required<string>();
  readonly country = input.required<string>();
  readonly indicator = input.required<IndicatorDto>();
  readonly dimension = model.required<string>();

  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly answer = resource({
    params: () => ({ releaseId: this.releaseId(), code: this.indicator().code, dimension: this.dimension() as Breakdown }),
    loader: ({ params }) => this.api.invoke(releasesValues, params),
  });
  protected readonly provinces = resource({
    params: () => this.country(),
    loader: ({ params: country }) => this.api.invoke(countriesProvinces, { country }),
    defaultValue: [],
  });
  protected readonly name = computed(() => textIn(this.indicator(), this.transloco.activeLang()).name);
  protected readonly kind = computed(() => (this.indicator().kind === 'count' ? 'count' : 'percent'));
  protected readonly choices = computed(() => {
    const language = this.transloco.activeLang();
    return DIMENSIONS.map((value) => ({ value, label: this.transloco.translate('ministry.dimension.' + value, {}, language) }));
  });
  protected readonly provinceNames = computed(() => {
    const language = this.transloco.activeLang();
    const areas = this.provinces.hasValue() ? this.provinces.value() : [];
    return Object.fromEntries(areas.map(({ code, names }) => [code, (names as Record<string, string>)[language] ?? (names as Record<string, string>)['en'] ?? code]));
  });
  protected readonly rows = computed<readonly ReleaseValueDto[]>(() => {
    const all = this.answer.hasValue() ? this.answer.value().values.filter(({ indicator, period }) => indicator === this.indicator().key && isYear(period)) : [];
    const year = (all.filter(({ mature }) => mature).map(({ period }) => period).sort().at(-1) ?? all.map(({ period }) => period).sort().at(-1)) as string | undefined;
    return all.filter(({ period }) => period === year);
  });
  protected readonly main = mainNumber;
}
