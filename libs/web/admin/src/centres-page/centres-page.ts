import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, centresSearch } from '@sampan/web-client';
import { Column, FilterBar, FilterChips, PageHeader, pagedList, SearchBox, Status, Table, urlState, UserText } from '@sampan/web-kit';
import { choicesOf } from '../words/choices';
import { Places } from '../words/places';

/** Where the work is done. */
@Component({
  selector: 'sp-centres-page',
  imports: [RouterLink, TranslocoPipe, Column, FilterBar, FilterChips, PageHeader, SearchBox, Status, Table, UserText],
  templateUrl: './centres-page.html',
})
export class CentresPage {
  private readonly api = inject(Api);
  protected readonly places = inject(Places);
  protected readonly filters = urlState({ name: '', show: 'open' });
  protected readonly shows = choicesOf(['open', 'all'], 'admin.closed.show.');
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ name, show, ...page }) => this.api.invoke(centresSearch, { ...page, ...(name ? { name } : {}), ...(show === 'all' ? { closedToo: true } : {}) }),
  });
}
