import { Component, computed, effect, inject, input, resource, untracked, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, cohortsCreate, cohortsOne, cohortsUpdate, programmesList } from '@sampan/web-client';
import { action, Control, DateField, Field, PageHeader, SpForm, type KnownDay } from '@sampan/web-kit';
import { ClosedCentre } from '@sampan/web-parts';
import { Draft, Session } from '@sampan/web-session';
import { inLanguage } from '../own-language';

const CODE = /^[A-Z0-9][A-Z0-9-]{1,29}$/;

/** Plans a cohort, or changes the plan of one. */
@Component({
  selector: 'sp-cohort-form-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, ClosedCentre, Control, DateField, Draft, Field, PageHeader, SpForm],
  templateUrl: './cohort-form-page.html',
})
export class CohortFormPage {
  readonly cohortId = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  private readonly draft = viewChild(Draft);

  protected readonly form = new FormGroup({
    centreId: new FormControl('', { nonNullable: true, validators: Validators.required }),
    programmeVersionId: new FormControl('', { nonNullable: true, validators: Validators.required }),
    code: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.pattern(CODE)] }),
    places: new FormControl<number | null>(null, [Validators.required, Validators.min(1), Validators.max(1000)]),
    startsOn: new FormControl<KnownDay | null>(null, Validators.required),
    plannedEndOn: new FormControl<KnownDay | null>(null, Validators.required),
    enrolmentClosesOn: new FormControl<KnownDay | null>(null, Validators.required),
  });

  private readonly cohort = resource({
    params: () => this.cohortId(),
    loader: ({ params }) => this.api.invoke(cohortsOne, { cohortId: params }),
  });
  private readonly programmes = resource({ loader: () => this.api.invoke(programmesList, {}) });

  /** Only what is published can be taught. */
  protected readonly offers = computed(() => {
    const language = this.transloco.activeLang();
    return (this.programmes.hasValue() ? this.programmes.value() : []).flatMap(({ code, versions }) =>
      versions
        .filter(({ state }) => state === 'published')
        .map(({ id, names, number }) => ({ id, label: `${code} · ${inLanguage(names, language)} (${number})` })),
    );
  });
  protected readonly centres = computed(() => (this.cohortId() ? (this.session.who()?.centres ?? []) : this.session.openCentres()));

  constructor() {
    effect(() => {
      const cohort = this.cohort.hasValue() ? this.cohort.value() : null;
      if (cohort) {
        const day = (date: string): KnownDay => ({ date, precision: 'day' });
        this.form.setValue({
          centreId: cohort.centreId, programmeVersionId: cohort.programmeVersionId, code: cohort.code, places: cohort.places,
          startsOn: day(cohort.startsOn), plannedEndOn: day(cohort.plannedEndOn), enrolmentClosesOn: day(cohort.enrolmentClosesOn),
        });
        this.form.controls.centreId.disable();
        this.form.controls.programmeVersionId.disable();
      }
    });
    effect(() => {
      const [only, second] = this.centres();
      if (only && !second && !untracked(this.cohortId)) {
        this.form.controls.centreId.setValue(only.id);
      }
    });
  }

  protected readonly save = action(async () => {
    const value = this.form.getRawValue();
    const plan = {
      code: value.code, places: value.places ?? 0, startsOn: value.startsOn?.date ?? '', plannedEndOn: value.plannedEndOn?.date ?? '',
      enrolmentClosesOn: value.enrolmentClosesOn?.date ?? '',
    };
    const known = this.cohort.hasValue() ? this.cohort.value() : null;
    const saved = known
      ? await this.api.invoke(cohortsUpdate, { cohortId: known.id, body: { ...plan, version: known.version } })
      : await this.api.invoke(cohortsCreate, { body: { ...plan, centreId: value.centreId, programmeVersionId: value.programmeVersionId } });
    this.draft()?.drop();
    await this.router.navigate(['/training/cohorts', saved.id]);
  });
}
