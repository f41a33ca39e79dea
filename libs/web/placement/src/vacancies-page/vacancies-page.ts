import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, vacanciesList } from '@sampan/web-client';
import { Column, FilterBar, FilterChips, MoneyPipe, NumberPipe, PageHeader, pagedList, Table, urlState, UserText } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { filterChoicesOf } from '../choices';
import { CountryPipe } from '../name-pipes';
import { StateStatus } from '../state-status';
import { VACANCY_STATES } from '../words';

type State = (typeof VACANCY_STATES)[number];

/** Work that employers offer, newest first. */
@Component({
  selector: 'sp-vacancies-page',
  imports: [RouterLink, TranslocoPipe, Column, CountryPipe, FilterBar, FilterChips, MoneyPipe, NumberPipe, PageHeader, StateStatus, Table, UserText],
  templateUrl: './vacancies-page.html',
})
export class VacanciesPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly filters = urlState({ state: '' });
  protected readonly states = filterChoicesOf(VACANCY_STATES, 'placement.vacancy.state.');
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ state, ...page }) => this.api.invoke(vacanciesList, { ...page, ...(state ? { state: state as State } : {}) }),
  });
}
