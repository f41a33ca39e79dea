import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, peopleOpen, placementsRecord, type RecordJobDto } from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, languageOfScript, Lookup, type LookupOption, Notice, PageHeader, Radios, SpForm } from '@sampan/web-kit';
import { Classifications } from '@sampan/web-parts';
import { Draft } from '@sampan/web-session';
import { choicesOf, yesOrNo } from '../choices';
import { findPeople } from '../find-people';
import { mintedId } from '../minted-id';
import { CountryPipe } from '../name-pipes';
import { wageControls, WageFields } from '../wage-fields';
import { COUNTRIES, JOB_KINDS, PASSPORT_HOLDERS, RECORDED_SOURCES } from '../words';

const WITHHELD: readonly string[] = ['employer', 'agency', 'somebody-else'];

/** Any job that somebody has found without us. Nothing is blocked; what is wrong becomes a concern, and the page says so. */
@Component({
  selector: 'sp-record-job-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Control, CountryPipe, DateField, Draft, Field, Lookup, Notice, PageHeader, Radios, SpForm, WageFields],
  templateUrl: './record-job-page.html',
})
export class RecordJobPage {
  /** From the address, when the page is opened from somebody's file. */
  readonly person = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly classifications = inject(Classifications);
  protected readonly find = findPeople();
  protected readonly findOccupation = (text: string): Promise<readonly LookupOption[]> => this.classifications.findOccupations(text);
  protected readonly countries = COUNTRIES;
  protected readonly kinds = JOB_KINDS;
  protected readonly sources = choicesOf(RECORDED_SOURCES, 'placement.job.source.');
  protected readonly holders = choicesOf(PASSPORT_HOLDERS, 'placement.papers.holder.');
  protected readonly yesNo = yesOrNo();

  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    person: new FormControl<LookupOption | null>(null, Validators.required),
    source: new FormControl<RecordJobDto['source'] | null>(null, Validators.required),
    kind: new FormControl<RecordJobDto['kind']>('wage', { nonNullable: true }),
    title: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
    employerName: new FormControl('', { nonNullable: true, validators: Validators.maxLength(200) }),
    occupation: new FormControl<LookupOption | null>(null),
    country: new FormControl('', { nonNullable: true, validators: Validators.required }),
    place: new FormControl('', { nonNullable: true, validators: Validators.maxLength(200) }),
    startedOn: new FormControl<KnownDay | null>(null, Validators.required),
    ...wageControls(),
    hasWrittenContract: new FormControl<boolean | null>(null, Validators.required),
    passportHolder: new FormControl<RecordJobDto['passportHolder'] | null>(null, Validators.required),
  });

  private readonly written = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly raisesConcern = computed(() => {
    const { hasWrittenContract, passportHolder, source, kind } = this.written();
    const worksForOthers = source !== 'self-employed' && (kind === 'wage' || kind === 'apprenticeship');
    return (worksForOthers && hasWrittenContract === false) || WITHHELD.includes(passportHolder ?? '');
  });

  private readonly known = resource({
    params: () => this.person(),
    loader: ({ params: personId }) => this.api.invoke(peopleOpen, { personId }),
  });

  protected readonly save = action(async (draft: Draft) => {
    const { person, source, startedOn, hasWrittenContract, passportHolder, wageAmount, wageCurrency, wagePeriod, occupation, ...rest } = this.form.getRawValue();
    if (!person || !source || !startedOn || hasWrittenContract === null || !passportHolder) {
      return;
    }
    const placement = await this.api.invoke(placementsRecord, {
      body: {
        ...rest, source, hasWrittenContract, passportHolder, personId: person.id, startedOn: startedOn.date,
        employerName: rest.employerName.trim() || null, occupation: occupation?.id ?? null, place: rest.place.trim() || null,
        ...(wageAmount === null ? {} : { wageAmount, wageCurrency, wagePeriod }),
      },
    });
    draft.drop();
    await this.router.navigate(['/placement/placements', placement.id]);
  });

  constructor() {
    effect(() => {
      if (this.known.hasValue()) {
        const { id, fullName } = this.known.value();
        this.form.patchValue({ person: { id, label: fullName, lang: languageOfScript(fullName) } });
      }
    });
  }
}
