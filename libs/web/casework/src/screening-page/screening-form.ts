import { Component, computed, inject, input, type OnInit, output, signal, viewChild } from '@angular/core';
import { FormControl, FormGroup, FormRecord, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  Api,
  screeningsRecord,
  type InstrumentDto,
  type RecordScreeningDto,
  type ScreeningDto,
} from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, Radios, SpForm, Steps, todayHere } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { SpokenPipe } from '../flag-panel/spoken';
import { mintedId } from '../minted-id';
import { RatingRow } from './rating-row';

type Level = NonNullable<RecordScreeningDto['ownLevel']>;

const LEVELS: readonly Level[] = ['low', 'moderate', 'high', 'urgent'];
const LONGEST_REASONS = 2000;

/** An instrument, one section at a time; the offer comes first, the worker's own judgement last. What is typed is kept. */
@Component({
  selector: 'sp-screening-form',
  imports: [
    ReactiveFormsModule,
    TranslocoPipe,
    Control,
    DateField,
    Draft,
    Field,
    Radios,
    SpForm,
    Steps,
    RatingRow,
    SpokenPipe,
  ],
  templateUrl: './screening-form.html',
})
export class ScreeningForm implements OnInit {
  readonly instrument = input.required<InstrumentDto>();
  readonly personId = input.required<string>();
  readonly recorded = output<ScreeningDto>();

  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  private readonly frame = viewChild.required(SpForm);
  protected readonly at = signal(0);
  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    screenedOn: new FormControl<KnownDay | null>({ date: todayHere(), precision: 'day' }, Validators.required),
    ratings: new FormRecord<FormControl<string | null>>({}),
    evidence: new FormRecord<FormControl<string>>({}),
    ownLevel: new FormControl<Level | ''>('', { nonNullable: true }),
    ownReasons: new FormControl('', { nonNullable: true, validators: Validators.maxLength(LONGEST_REASONS) }),
  });

  protected readonly steps = computed(() => {
    this.transloco.activeLang();
    const language = this.transloco.activeLang() as 'en';
    return [
      ...this.instrument().sections.map(({ text }) => text[language]),
      this.transloco.translate('casework.screening.judgement'),
    ];
  });
  protected readonly section = computed(() => this.instrument().sections[this.at()] ?? null);
  protected readonly items = computed(() =>
    this.instrument().items.filter(({ section }) => section === this.section()?.code),
  );
  protected readonly ratingOf = (code: string): FormControl<string | null> =>
    this.form.controls.ratings.controls[code]!;
  protected readonly evidenceOf = (code: string): FormControl<string> => this.form.controls.evidence.controls[code]!;
  protected readonly isLast = computed(() => this.at() === this.instrument().sections.length);
  protected readonly levels = computed(() => {
    this.transloco.activeLang();
    return [
      { value: '' as const, label: this.transloco.translate('casework.screening.noOwnLevel') },
      ...LEVELS.map((value) => ({ value, label: this.transloco.translate(`casework.tier.${value}`) })),
    ];
  });

  ngOnInit(): void {
    for (const { code } of this.instrument().items) {
      this.form.controls.ratings.addControl(code, new FormControl<string | null>(null));
      this.form.controls.evidence.addControl(code, new FormControl('', { nonNullable: true }));
    }
  }

  protected move(by: number): void {
    this.at.update((at) => Math.min(Math.max(at + by, 0), this.instrument().sections.length));
    document.getElementById('screening-step')?.focus();
  }

  protected readonly send = action(async (draft: Draft) => {
    const { id, screenedOn, ratings, evidence, ownLevel, ownReasons } = this.form.getRawValue();
    if (ownLevel && !ownReasons.trim()) {
      this.form.controls.ownReasons.setErrors({ required: true });
      this.frame().focusFirstWrong();
      return;
    }
    const answers = Object.entries(ratings).flatMap(([item, rating]) =>
      rating ? [{ item, rating, ...(evidence[item]?.trim() ? { evidence: evidence[item] } : {}) }] : [],
    );
    const body: RecordScreeningDto = {
      id,
      instrumentId: this.instrument().id,
      screenedOn: screenedOn?.date ?? todayHere(),
      answers,
      ...(ownLevel ? { ownLevel, ownReasons } : {}),
    };
    const screening = await this.api.invoke(screeningsRecord, { personId: this.personId(), body });
    draft.drop();
    this.recorded.emit(screening);
  });
}
