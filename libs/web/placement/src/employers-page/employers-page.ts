import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, employersList } from '@sampan/web-client';
import { Column, DayPipe, FilterBar, FilterChips, PageHeader, pagedList, SearchBox, Status, Table, urlState, UserText } from '@sampan/web-kit';
import { ListViews, Session } from '@sampan/web-session';
import { filterChoicesOf } from '../choices';
import { CountryPipe } from '../name-pipes';
import { StateStatus } from '../state-status';
import { VETTING_STATES } from '../words';

type State = (typeof VETTING_STATES)[number];

/** Employers and agencies within reach, and how far they are trusted. */
@Component({
  selector: 'sp-employers-page',
  imports: [RouterLink, TranslocoPipe, Column, CountryPipe, DayPipe, FilterBar, FilterChips, ListViews, PageHeader, SearchBox, StateStatus, Status, Table, UserText],
  templateUrl: './employers-page.html',
  styles: `.states { display: inline-flex; flex-wrap: wrap; gap: var(--sp-1) var(--sp-2); }`,
})
export class EmployersPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly filters = urlState({ name: '', state: '' });
  protected readonly states = filterChoicesOf(VETTING_STATES, 'placement.vetting.state.');
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ name, state, ...page }) => this.api.invoke(employersList, { ...page, ...(name ? { name } : {}), ...(state ? { state: state as State } : {}) }),
  });
}
