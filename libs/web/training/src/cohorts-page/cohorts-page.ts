import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, cohortsList, type CohortDto } from '@sampan/web-client';
import { Column, DayPipe, FilterBar, FilterChips, NumberPipe, PageHeader, pagedList, Status, Table, urlState } from '@sampan/web-kit';
import { ListViews, Session } from '@sampan/web-session';
import { OwnLanguagePipe } from '../own-language';
import { COHORT_STATES, COHORT_TONES } from '../states';
import { DayPanel } from './day-panel';

/** What is on today, and all cohorts within reach. */
@Component({
  selector: 'sp-cohorts-page',
  imports: [RouterLink, TranslocoPipe, Column, DayPanel, DayPipe, FilterBar, FilterChips, ListViews, NumberPipe, OwnLanguagePipe, PageHeader, Status, Table],
  templateUrl: './cohorts-page.html',
})
export class CohortsPage {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly tones = COHORT_TONES;
  protected readonly filters = urlState({ state: '' });

  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ state, ...page }) => this.api.invoke(cohortsList, { ...page, ...(state ? { state: state as CohortDto['state'] } : {}) }),
  });

  protected readonly states = computed(() => {
    this.transloco.activeLang();
    return [
      { value: '', label: this.transloco.translate('training.cohorts.all') },
      ...COHORT_STATES.map((value) => ({ value, label: this.transloco.translate(`training.cohortState.${value}`) })),
    ];
  });
}
