import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type IndicatorDto, indicatorsList, releasesList, releasesOne, releasesValues } from '@sampan/web-client';
import { DayPipe, Empty, FilterChips, Icon, Notice, PageHeader, shortcuts, urlState, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { AsTables } from '../charts/chart-frame';
import { Definition, textIn } from '../numbers/definition';
import { CountryPipe, PeriodPipe } from '../numbers/number-words';
import { TILES } from '../numbers/values';
import { BreakdownSection } from './breakdown-section';
import { IndicatorTile } from './indicator-tile';
import { PlacementRates } from './placement-rates';
import { RetentionSection } from './retention-section';
import { TrendSection } from './trend-section';

/** What a ministry reads: the published release of a country, every number with its n, its date, its trend and its definition. */
@Component({
  selector: 'sp-dashboard-page',
  imports: [
    RouterLink, TranslocoPipe, BreakdownSection, CountryPipe, DayPipe, Definition, Empty, FilterChips, Icon, IndicatorTile, Notice, PageHeader, PeriodPipe, PlacementRates,
    RetentionSection, TrendSection, Waiting,
  ],
  providers: [AsTables],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.scss',
})
export class DashboardPage {
  private readonly api = inject(Api);
  private readonly tables = inject(AsTables);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly state = urlState({ country: '', release: '', indicator: 'P1/exit', dimension: 'sex' });
  protected readonly tiles = TILES;

  protected readonly indicators = resource({ loader: () => this.api.invoke(indicatorsList) });
  protected readonly published = resource({
    params: () => (this.session.can('release.read') ? {} : undefined),
    loader: () => this.api.invoke(releasesList, { states: ['published'], limit: 100 }),
  });
  /** A release that is not out yet, opened from its own page by those who make it. */
  protected readonly preview = resource({
    params: () => this.state.value().release || undefined,
    loader: ({ params: releaseId }) => this.api.invoke(releasesOne, { releaseId }),
  });
  protected readonly all = computed(() => (this.published.hasValue() ? this.published.value().items : []));
  private readonly names = new CountryPipe();
  protected readonly countries = computed(() => this.all().map(({ country }) => ({ value: country, label: this.names.transform(country) })));
  protected readonly release = computed(() => {
    if (this.state.value().release) {
      return this.preview.hasValue() ? this.preview.value() : null;
    }
    return this.all().find(({ country }) => country === this.state.value().country) ?? this.all()[0] ?? null;
  });
  protected readonly values = resource({
    params: () => this.release()?.id,
    loader: ({ params: releaseId }) => this.api.invoke(releasesValues, { releaseId, dimension: 'total' }),
  });
  protected readonly chosen = computed(() => (this.indicators.hasValue() ? (this.indicators.value().find(({ key }) => key === this.state.value().indicator) ?? null) : null));

  constructor() {
    shortcuts([{ key: 't', text: 'ministry.keys.tables', run: () => this.tables.turn() }]);
  }

  protected indicatorOf(key: string) {
    return this.indicators.hasValue() ? (this.indicators.value().find((one) => one.key === key) ?? null) : null;
  }

  protected nameOf(indicator: IndicatorDto): string {
    return textIn(indicator, this.transloco.activeLang()).name;
  }

  protected print(): void {
    window.print();
  }
}
