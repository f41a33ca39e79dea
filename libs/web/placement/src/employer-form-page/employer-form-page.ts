import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, employersAdd, employersChange, employersFile, type EmployerFileDto } from '@sampan/web-client';
import { action, Control, Field, Notice, PageHeader, Radios, SpForm, Waiting } from '@sampan/web-kit';
import { Draft, Session } from '@sampan/web-session';
import { choicesOf } from '../choices';
import { mintedId } from '../minted-id';
import { CountryPipe } from '../name-pipes';
import { COUNTRIES, EMPLOYER_KINDS } from '../words';

const LONGEST_NAME = 200;
const LONGEST_NUMBER = 60;

/** Opens a file for an employer, or changes one. Another name or number needs a new clearance, and the page says so first. */
@Component({
  selector: 'sp-employer-form-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Control, CountryPipe, Draft, Field, Notice, PageHeader, Radios, SpForm, Waiting],
  templateUrl: './employer-form-page.html',
})
export class EmployerFormPage {
  readonly employerId = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly kinds = choicesOf(EMPLOYER_KINDS, 'placement.employer.kind.');
  protected readonly countries = COUNTRIES;
  protected readonly centres = computed(() => this.session.who()?.centres ?? []);

  protected readonly file = resource({
    params: () => this.employerId(),
    loader: ({ params: employerId }) => this.api.invoke(employersFile, { employerId }),
  });

  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    centreId: new FormControl(this.centres()[0]?.id ?? '', { nonNullable: true, validators: Validators.required }),
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(LONGEST_NAME)] }),
    kind: new FormControl<(typeof EMPLOYER_KINDS)[number]>('employer', { nonNullable: true }),
    country: new FormControl('', { nonNullable: true, validators: Validators.required }),
    place: new FormControl('', { nonNullable: true, validators: Validators.maxLength(LONGEST_NAME) }),
    registrationNumber: new FormControl('', { nonNullable: true, validators: Validators.maxLength(LONGEST_NUMBER) }),
    licenceNumber: new FormControl('', { nonNullable: true, validators: Validators.maxLength(LONGEST_NUMBER) }),
    contactName: new FormControl('', { nonNullable: true, validators: Validators.maxLength(120) }),
    contactPhone: new FormControl('', { nonNullable: true, validators: Validators.maxLength(30) }),
  });

  protected readonly save = action(async (draft: Draft) => {
    const { id, centreId, ...written } = this.form.getRawValue();
    const fields = Object.fromEntries(Object.entries(written).map(([name, text]) => [name, text.trim() || null])) as Partial<EmployerFileDto>;
    const { name, kind, country } = written;
    const known = this.file.hasValue() ? this.file.value() : undefined;
    const file = known
      ? await this.api.invoke(employersChange, { employerId: known.id, body: { ...fields, name, kind, country, version: known.version } })
      : await this.api.invoke(employersAdd, { body: { ...fields, id, centreId, name, kind, country } });
    draft.drop();
    await this.router.navigate(['/placement/employers', file.id]);
  });

  constructor() {
    effect(() => {
      if (this.file.hasValue()) {
        const { name, kind, country, place, registrationNumber, licenceNumber, contactName, contactPhone } = this.file.value();
        const text = (value: string | null): string => value ?? '';
        this.form.patchValue({
          name, kind, country, place: text(place), registrationNumber: text(registrationNumber), licenceNumber: text(licenceNumber), contactName: text(contactName), contactPhone: text(contactPhone),
        });
      }
    });
  }
}
