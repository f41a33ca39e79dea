import { Component, effect, inject, input, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, organisationsAdd, organisationsChange, organisationsOne } from '@sampan/web-client';
import { action, Checkbox, Control, Field, PageHeader, SpForm, Waiting } from '@sampan/web-kit';
import { mintedId } from '../words/minted-id';
import { Places } from '../words/places';

/** Adds an organisation, changes one, closes it. */
@Component({
  selector: 'sp-organisation-form-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Checkbox, Control, Field, PageHeader, SpForm, Waiting],
  templateUrl: './organisation-form-page.html',
})
export class OrganisationFormPage {
  readonly organisationId = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly id = mintedId();
  protected readonly places = inject(Places);
  protected readonly known = resource({ params: () => this.organisationId(), loader: ({ params: organisationId }) => this.api.invoke(organisationsOne, { organisationId }) });
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(2), Validators.maxLength(200)] }),
    country: new FormControl('', { nonNullable: true, validators: Validators.required }),
    closed: new FormControl(false, { nonNullable: true }),
  });

  protected readonly save = action(async () => {
    const { name, country, closed } = this.form.getRawValue();
    const known = this.known.hasValue() ? this.known.value() : undefined;
    await (known
      ? this.api.invoke(organisationsChange, { organisationId: known.id, body: { name, country, closed, version: known.version } })
      : this.api.invoke(organisationsAdd, { body: { id: this.id, name, country } }));
    await this.router.navigate(['/admin/organisations']);
  });

  constructor() {
    effect(() => {
      if (this.known.hasValue()) {
        const { name, country, closedOn } = this.known.value();
        this.form.patchValue({ name, country, closed: closedOn !== null });
      }
    });
  }
}
