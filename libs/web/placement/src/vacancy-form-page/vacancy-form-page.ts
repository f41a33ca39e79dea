import { Component, effect, inject, input, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, employersFile, employersList, vacanciesAdd, vacanciesChange, vacanciesDetail, type NewVacancyDto, type VacancyDetailDto } from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, languageOfScript, Lookup, type LookupOption, Notice, PageHeader, SpForm, Waiting } from '@sampan/web-kit';
import { Classifications } from '@sampan/web-parts';
import { Draft } from '@sampan/web-session';
import { mintedId } from '../minted-id';
import { CountryPipe } from '../name-pipes';
import { wageControls, WageFields } from '../wage-fields';
import { COUNTRIES, JOB_KINDS } from '../words';

const MOST_FOUND = 8;

/** Writes down an offer as it was made. What the screen has judged before is screened again when it changes. */
@Component({
  selector: 'sp-vacancy-form-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Control, CountryPipe, DateField, Draft, Field, Lookup, Notice, PageHeader, SpForm, WageFields, Waiting],
  templateUrl: './vacancy-form-page.html',
})
export class VacancyFormPage {
  readonly vacancyId = input<string>();
  /** From the address, when the page is opened from the employer's file. */
  readonly employer = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly classifications = inject(Classifications);
  protected readonly kinds = JOB_KINDS;
  protected readonly countries = COUNTRIES;

  protected readonly known = resource({
    params: () => this.vacancyId(),
    loader: async ({ params: vacancyId }) => {
      const vacancy = await this.api.invoke(vacanciesDetail, { vacancyId });
      return { ...vacancy, occupation: await this.classifications.occupationOption(vacancy.occupation) };
    },
  });
  protected readonly from = resource({
    params: () => this.employer(),
    loader: ({ params: employerId }) => this.api.invoke(employersFile, { employerId }),
  });

  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    employer: new FormControl<LookupOption | null>(null, Validators.required),
    agency: new FormControl<LookupOption | null>(null),
    title: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
    kind: new FormControl<NewVacancyDto['kind']>('wage', { nonNullable: true }),
    occupation: new FormControl<LookupOption | null>(null, Validators.required),
    description: new FormControl('', { nonNullable: true, validators: Validators.maxLength(4000) }),
    country: new FormControl('', { nonNullable: true, validators: Validators.required }),
    place: new FormControl('', { nonNullable: true, validators: Validators.maxLength(200) }),
    places: new FormControl<number | null>(1, [Validators.required, Validators.min(1), Validators.max(10_000)]),
    ...wageControls(true),
    usualMonthly: new FormControl<number | null>(null, Validators.min(0)),
    usualSource: new FormControl('', { nonNullable: true, validators: Validators.maxLength(300) }),
    legalMinimumMonthly: new FormControl<number | null>(null, Validators.min(0)),
    closesOn: new FormControl<KnownDay | null>(null),
  });

  protected readonly findOccupation = (text: string): Promise<readonly LookupOption[]> => this.classifications.findOccupations(text);
  protected readonly findEmployer = (text: string): Promise<readonly LookupOption[]> => this.find(text, 'employer');
  protected readonly findAgency = (text: string): Promise<readonly LookupOption[]> => this.find(text, 'recruitment-agency');

  protected readonly save = action(async (draft: Draft) => {
    const { id, employer, agency, occupation, closesOn, places, wageAmount, ...rest } = this.form.getRawValue();
    if (!employer || !occupation || places === null || wageAmount === null) {
      return;
    }
    const fields = {
      ...rest, places, wageAmount, occupation: occupation.id, agencyId: agency?.id ?? null, closesOn: closesOn?.date ?? null,
      place: rest.place.trim() || null, description: rest.description.trim() || null, usualSource: rest.usualSource.trim() || null,
    };
    const before = this.known.hasValue() ? this.known.value() : undefined;
    const vacancy = before
      ? await this.api.invoke(vacanciesChange, { vacancyId: before.id, body: { ...fields, version: before.version } })
      : await this.api.invoke(vacanciesAdd, { body: { ...fields, id, employerId: employer.id } });
    draft.drop();
    await this.router.navigate(['/placement/vacancies', vacancy.id]);
  });

  constructor() {
    effect(() => {
      if (this.known.hasValue()) {
        this.fill(this.known.value());
      }
    });
    effect(() => {
      if (this.from.hasValue()) {
        const { id, name, country } = this.from.value();
        this.form.patchValue({ employer: optionOf(id, name), country });
      }
    });
  }

  private fill(vacancy: Omit<VacancyDetailDto, 'occupation'> & { readonly occupation: LookupOption }): void {
    this.form.patchValue({
      ...vacancy,
      employer: optionOf(vacancy.employerId, vacancy.employerName),
      agency: vacancy.agencyId ? optionOf(vacancy.agencyId, vacancy.agencyName ?? '') : null,
      description: vacancy.description ?? '',
      place: vacancy.place ?? '',
      usualSource: vacancy.usualSource ?? '',
      closesOn: vacancy.closesOn ? { date: vacancy.closesOn, precision: 'day' } : null,
    });
    this.form.controls.employer.disable();
  }

  private async find(name: string, kind: 'employer' | 'recruitment-agency'): Promise<readonly LookupOption[]> {
    const { items } = await this.api.invoke(employersList, { name, limit: 25 });
    return items.filter((one) => one.kind === kind).slice(0, MOST_FOUND).map((one) => optionOf(one.id, one.name));
  }
}

const optionOf = (id: string, label: string): LookupOption => ({ id, label, lang: languageOfScript(label) });
