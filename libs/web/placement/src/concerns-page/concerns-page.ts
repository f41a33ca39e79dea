import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, concernsList } from '@sampan/web-client';
import { Column, DayPipe, FilterBar, FilterChips, PageHeader, pagedList, Table, urlState, UserText } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { filterChoicesOf } from '../choices';
import { StateStatus } from '../state-status';
import { CONCERN_STATES } from '../words';

/** Labour concerns, newest first. Who reported is not in any list. */
@Component({
  selector: 'sp-concerns-page',
  imports: [RouterLink, TranslocoPipe, Column, DayPipe, FilterBar, FilterChips, PageHeader, StateStatus, Table, UserText],
  templateUrl: './concerns-page.html',
  styles: `ul li { padding-block: 0; border: 0; }`,
})
export class ConcernsPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly filters = urlState({ state: '' });
  protected readonly states = filterChoicesOf(CONCERN_STATES, 'placement.concern.state.');
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ state, ...page }) => this.api.invoke(concernsList, { ...page, ...(state ? { state: state as (typeof CONCERN_STATES)[number] } : {}) }),
  });
}
