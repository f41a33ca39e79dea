import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, peopleSearch } from '@sampan/web-client';
import { Column, DayPipe, FilterBar, FilterChips, PageHeader, pagedList, SearchBox, shortcuts, Status, Table, urlState } from '@sampan/web-kit';
import { PersonLine } from '@sampan/web-parts';
import { ListViews, Session } from '@sampan/web-session';
import { fromBirth } from '../person-words/birth';
import { STATUS_TONES, STATUSES } from '../person-words/codes';
import { Nationalities } from '../person-words/nationalities';

/** Everybody within reach, found by any part of a name in any script. */
@Component({
  selector: 'sp-people-page',
  imports: [RouterLink, TranslocoPipe, Column, DayPipe, FilterBar, FilterChips, ListViews, PageHeader, PersonLine, SearchBox, Status, Table],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly nationalities = inject(Nationalities);
  protected readonly tones = STATUS_TONES;
  protected readonly born = fromBirth;
  protected readonly filters = urlState({ text: '', status: '', centre: '' }, { unwritten: ['text'] });

  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ text, status, centre, ...page }) =>
      this.api.invoke(peopleSearch, {
        body: { ...page, ...(text ? { text } : {}), ...(centre ? { centreIds: [centre] } : {}), ...(status ? { statuses: [status as (typeof STATUSES)[number]] } : {}) },
      }),
  });

  protected readonly statuses = computed(() => {
    this.transloco.activeLang();
    return ['', ...STATUSES].map((value) => ({ value, label: this.transloco.translate(`people.status.${value || 'all'}`) }));
  });
  protected readonly centres = computed(() => {
    this.transloco.activeLang();
    const centres = this.session.who()?.centres ?? [];
    return [{ value: '', label: this.transloco.translate('people.list.allCentres') }, ...centres.map(({ id, name }) => ({ value: id, label: name }))];
  });

  constructor() {
    shortcuts([{ key: 'n', text: 'people.list.register', run: () => this.session.can('person.register') && void this.router.navigateByUrl('/people/new') }]);
  }

  protected centreName(id: string): string {
    return this.session.who()?.centres.find((centre) => centre.id === id)?.name ?? '';
  }
}
