import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, followUpsList } from '@sampan/web-client';
import { Column, DayPipe, FilterBar, FilterChips, PageHeader, pagedList, Table, urlState, UserText } from '@sampan/web-kit';
import { choicesOf } from '../choices';
import { StateStatus } from '../state-status';
import { FOLLOW_UP_VIEWS } from '../words';

/** Whom to call, the earliest first; and apart from it what is coming and what was missed. */
@Component({
  selector: 'sp-follow-ups-page',
  imports: [RouterLink, TranslocoPipe, Column, DayPipe, FilterBar, FilterChips, PageHeader, StateStatus, Table, UserText],
  templateUrl: './follow-ups-page.html',
})
export class FollowUpsPage {
  private readonly api = inject(Api);
  protected readonly filters = urlState({ view: 'due' });
  protected readonly views = choicesOf(FOLLOW_UP_VIEWS, 'placement.followUps.view.');
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ view, ...page }) => this.api.invoke(followUpsList, { ...page, view: view as (typeof FOLLOW_UP_VIEWS)[number] }),
  });
}
