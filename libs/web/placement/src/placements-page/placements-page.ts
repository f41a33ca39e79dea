import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, placementsList } from '@sampan/web-client';
import { Column, DayPipe, FilterBar, FilterChips, PageHeader, pagedList, Status, Table, urlState, UserText } from '@sampan/web-kit';
import { ListViews, Session } from '@sampan/web-session';
import { filterChoicesOf } from '../choices';
import { CountryPipe } from '../name-pipes';
import { StateStatus } from '../state-status';
import { PLACEMENT_STATES, RECORDED_SOURCES } from '../words';

const SOURCES = ['sent', ...RECORDED_SOURCES] as const;

/** Who is in which job, whoever found it. */
@Component({
  selector: 'sp-placements-page',
  imports: [RouterLink, TranslocoPipe, Column, CountryPipe, DayPipe, FilterBar, FilterChips, ListViews, PageHeader, StateStatus, Status, Table, UserText],
  templateUrl: './placements-page.html',
})
export class PlacementsPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly filters = urlState({ state: '', source: '', personId: '' });
  protected readonly states = filterChoicesOf(PLACEMENT_STATES, 'placement.placement.state.');
  protected readonly sources = filterChoicesOf(SOURCES, 'placement.job.source.');
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ state, source, personId, ...page }) =>
      this.api.invoke(placementsList, {
        ...page,
        ...(state ? { state: state as (typeof PLACEMENT_STATES)[number] } : {}),
        ...(source ? { source: source as (typeof SOURCES)[number] } : {}),
        ...(personId ? { personId } : {}),
      }),
  });
}
