import { Component, computed, effect, inject, input, resource, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, programmesCreate, programmesOne, programmesUpdateVersion } from '@sampan/web-client';
import { action, Checkbox, Control, Field, LANGUAGES, PageHeader, SpForm } from '@sampan/web-kit';
import { Classifications } from '@sampan/web-parts';
import { Draft } from '@sampan/web-session';

const name = (): FormControl<string> => new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(120)] });
const DEFAULT_MISSED = 14;

/** Writes a new programme, or edits the draft of a version. */
@Component({
  selector: 'sp-programme-form-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Checkbox, Control, Draft, Field, PageHeader, SpForm],
  templateUrl: './programme-form-page.html',
  styles: `
    .names { display: grid; gap: var(--sp-3); margin: 0; padding: 0; border: 0; }
    .names legend { padding: 0; font-weight: 600; }
    .names .sp-hint { margin: 0; }
  `,
})
export class ProgrammeFormPage {
  readonly programmeId = input<string>();
  readonly versionId = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly draft = viewChild(Draft);
  protected readonly languages = LANGUAGES;

  protected readonly form = new FormGroup({
    code: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.pattern(/^[A-Z0-9][A-Z0-9-]{1,19}$/)] }),
    names: new FormGroup({ en: name(), km: name(), th: name(), zh: name(), id: name() }),
    hours: new FormControl<number | null>(null, [Validators.required, Validators.min(1), Validators.max(5000)]),
    iscedField: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.pattern(/^\d{2,4}$/)] }),
    iscoOccupations: new FormControl('', { nonNullable: true, validators: Validators.pattern(/^[\s,]*(?:\d{4}(?:[\s,]+|$))*$/) }),
    nationalLevel: new FormControl('', { nonNullable: true, validators: Validators.maxLength(80) }),
    aqrfLevel: new FormControl<number | null>(null, [Validators.min(1), Validators.max(8)]),
    minimumAttendancePercent: new FormControl<number | null>(80, [Validators.required, Validators.min(0), Validators.max(100)]),
    assessmentRequired: new FormControl(true, { nonNullable: true }),
    missedSessionsUntilLeftEarly: new FormControl<number | null>(DEFAULT_MISSED, [Validators.required, Validators.min(2), Validators.max(100)]),
    certificateValidMonths: new FormControl<number | null>(null, [Validators.min(1), Validators.max(600)]),
  });

  private readonly classifications = inject(Classifications);
  private readonly typed = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  /** What the digits mean, so that a slip is seen. */
  protected readonly fieldName = computed(() => (this.typed().iscedField ? this.classifications.educationField(this.typed().iscedField ?? '') : ''));
  protected readonly occupationNames = computed(() => (this.typed().iscoOccupations?.match(/\d{4}/g) ?? []).map((code) => this.classifications.occupation(code)).join(' · '));

  private readonly programme = resource({ params: () => this.programmeId(), loader: ({ params }) => this.api.invoke(programmesOne, { programmeId: params }) });
  private readonly version = computed(() => (this.programme.hasValue() ? this.programme.value().versions.find(({ id }) => id === this.versionId()) : undefined));

  constructor() {
    effect(() => {
      const version = this.version();
      if (version && this.programme.hasValue()) {
        this.form.patchValue({
          ...version,
          code: this.programme.value().code,
          iscoOccupations: version.iscoOccupations.join(', '),
          nationalLevel: version.nationalLevel ?? '',
          aqrfLevel: version.aqrfLevel ?? null,
          missedSessionsUntilLeftEarly: version.missedSessionsUntilLeftEarly ?? DEFAULT_MISSED,
          certificateValidMonths: version.certificateValidMonths ?? null,
        });
        this.form.controls.code.disable();
      }
    });
  }

  protected readonly save = action(async () => {
    const { code, ...value } = this.form.getRawValue();
    const content = {
      ...value,
      hours: value.hours ?? 0,
      iscoOccupations: value.iscoOccupations.match(/\d{4}/g) ?? [],
      nationalLevel: value.nationalLevel || null,
      minimumAttendancePercent: value.minimumAttendancePercent ?? 0,
      missedSessionsUntilLeftEarly: value.missedSessionsUntilLeftEarly ?? DEFAULT_MISSED,
    };
    const version = this.version();
    const programmeId = this.programmeId();
    const saved =
      version && programmeId
        ? await this.api.invoke(programmesUpdateVersion, { programmeId, versionId: version.id, body: { ...content, version: version.version } })
        : await this.api.invoke(programmesCreate, { body: { ...content, code } });
    this.draft()?.drop();
    await this.router.navigate(['/training/programmes', saved.id]);
  });
}
