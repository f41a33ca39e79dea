import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { accountsSearch, Api, type SearchAccountsDto } from '@sampan/web-client';
import { Column, FilterBar, FilterChips, MomentPipe, pagedList, SearchBox, Status, Table, urlState, UserText } from '@sampan/web-kit';
import { choicesOf, ROLE_CODES } from '../words/choices';
import { Places } from '../words/places';
import { RolesPipe } from '../words/roles.pipe';

/** The accounts that an administrator looks after. What is searched for is a name, so it never stands in the address. */
@Component({
  selector: 'sp-accounts-list',
  imports: [RouterLink, TranslocoPipe, Column, FilterBar, FilterChips, MomentPipe, RolesPipe, SearchBox, Status, Table, UserText],
  templateUrl: './accounts-list.html',
  styles: `.address { min-inline-size: 14rem; }`,
})
export class AccountsList {
  private readonly api = inject(Api);
  protected readonly places = inject(Places);
  protected readonly filters = urlState({ text: '', state: 'active', role: '' }, { unwritten: ['text'] });
  protected readonly states = choicesOf(['active', 'left', 'all'], 'admin.account.state.');
  protected readonly roles = choicesOf(ROLE_CODES, 'admin.role.');
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ text, state, role, ...page }) =>
      this.api.invoke(accountsSearch, {
        body: { ...page, ...(text ? { text } : {}), ...(state === 'all' ? {} : { active: state === 'active' }), ...(role ? { role: role as SearchAccountsDto['role'] } : {}) },
      }),
  });

  protected chooseRole(role: string): void {
    this.filters.set({ role });
  }
}
