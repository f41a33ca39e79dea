import { Component, effect, inject, input, resource } from '@angular/core';
import { FormGroup, ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { accountsOne, Api, leaversAssign, leaversWork } from '@sampan/web-client';
import { action, PageHeader, SpForm, UserText, Waiting } from '@sampan/web-kit';
import { PlaceFields, placeGroup, placeOf } from './place-fields';
import { successorGroup, Successors, successorsOf } from './successors';

/** Another role or place for somebody; what they may then no longer do goes to a colleague in the same step. */
@Component({
  selector: 'sp-place-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, PageHeader, PlaceFields, SpForm, Successors, UserText, Waiting],
  templateUrl: './place-page.html',
})
export class PlacePage {
  readonly userId = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly account = resource({ params: () => ({ userId: this.userId() }), loader: ({ params }) => this.api.invoke(accountsOne, params) });
  protected readonly work = resource({ params: () => ({ userId: this.userId() }), loader: ({ params }) => this.api.invoke(leaversWork, params) });
  protected readonly form = new FormGroup({ place: placeGroup(), successors: successorGroup() });

  protected readonly save = action(async (version: number) => {
    const { place, successors } = this.form.controls;
    await this.api.invoke(leaversAssign, { userId: this.userId(), body: { ...placeOf(place), successors: successorsOf(successors), version } });
    await this.router.navigate(['/admin/users', this.userId()]);
  });

  constructor() {
    effect(() => {
      if (this.account.hasValue()) {
        const { roles, reach, centreId, organisationId, country } = this.account.value();
        this.form.controls.place.patchValue({ roles, reach, centreId: centreId ?? '', organisationId: organisationId ?? '', country: country ?? '' });
      }
    });
  }
}
