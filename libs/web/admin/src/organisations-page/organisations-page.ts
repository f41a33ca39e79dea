import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, organisationsList } from '@sampan/web-client';
import { Column, FilterBar, FilterChips, PageHeader, pagedList, SearchBox, Status, Table, urlState, UserText } from '@sampan/web-kit';
import { choicesOf } from '../words/choices';
import { Places } from '../words/places';

/** Who runs the centres. */
@Component({
  selector: 'sp-organisations-page',
  imports: [RouterLink, TranslocoPipe, Column, FilterBar, FilterChips, PageHeader, SearchBox, Status, Table, UserText],
  templateUrl: './organisations-page.html',
})
export class OrganisationsPage {
  private readonly api = inject(Api);
  protected readonly places = inject(Places);
  protected readonly filters = urlState({ name: '', show: 'open' });
  protected readonly shows = choicesOf(['open', 'all'], 'admin.closed.show.');
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ name, show, ...page }) => this.api.invoke(organisationsList, { ...page, ...(name ? { name } : {}), ...(show === 'all' ? { closedToo: true } : {}) }),
  });
}
