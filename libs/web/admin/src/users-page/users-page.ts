import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageHeader } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { AccountsList } from '../accounts-page/accounts-list';
import { Colleagues } from './colleagues';

/** For an administrator the accounts; for everybody else the colleagues within reach. */
@Component({
  selector: 'sp-users-page',
  imports: [RouterLink, TranslocoPipe, AccountsList, Colleagues, PageHeader],
  templateUrl: './users-page.html',
})
export class UsersPage {
  protected readonly session = inject(Session);
}
