import { Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, releasesBuild, releasesList } from '@sampan/web-client';
import { action, Column, Control, DayPipe, Field, MomentPipe, PageHeader, pagedList, ProblemNotice, Table, todayHere } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { CountryPipe, PeriodPipe } from '../numbers/number-words';
import { mintedId } from '../minted-id';
import { endedQuarters } from './quarters';
import { ReleaseState } from './release-state';

const OFFERED_QUARTERS = 8;

/** Releases of numbers, and having the next one built. */
@Component({
  selector: 'sp-releases-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Column, Control, CountryPipe, DayPipe, Field, MomentPipe, PageHeader, PeriodPipe, ProblemNotice, ReleaseState, Table],
  templateUrl: './releases-page.html',
  styles: `form { display: flex; flex-wrap: wrap; align-items: end; gap: var(--sp-4); margin-block-end: var(--sp-5); } form p { flex: 0 0 100%; max-inline-size: none; margin: 0; } sp-problem { flex-basis: 100%; }`,
})
export class ReleasesPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly list = pagedList({ load: (page) => this.api.invoke(releasesList, page) });
  protected readonly countries = computed(() => [...new Set(this.session.who()?.centres.map(({ country }) => country))].sort());
  protected readonly quarters = endedQuarters(todayHere(), OFFERED_QUARTERS);
  protected readonly form = new FormGroup({
    countryCode: new FormControl(this.countries()[0] ?? '', { nonNullable: true, validators: Validators.required }),
    quarter: new FormControl(this.quarters[0] ?? '', { nonNullable: true, validators: Validators.required }),
  });
  protected readonly build = action(async () => {
    const { id } = await this.api.invoke(releasesBuild, { body: { id: mintedId(), ...this.form.getRawValue() } });
    await this.router.navigate(['/ministry/releases', id]);
  });
}
