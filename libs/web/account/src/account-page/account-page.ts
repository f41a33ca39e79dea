import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Fact, PageHeader, Summary, UserText } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { DevicesSection } from './devices-section';
import { SecondFactorSection } from './second-factor-section';

/** "My account": how I sign in, and where I am signed in. */
@Component({
  selector: 'sp-account-page',
  imports: [RouterLink, TranslocoPipe, DevicesSection, Fact, PageHeader, SecondFactorSection, Summary, UserText],
  templateUrl: './account-page.html',
})
export class AccountPage {
  protected readonly session = inject(Session);
}
