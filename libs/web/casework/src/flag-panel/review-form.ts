import { Component, computed, effect, inject, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, flagsReview, type FlagDto, type ReviewFlagDto } from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, Radios, SpForm } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { SpokenPipe } from './spoken';

type Decision = ReviewFlagDto['action'];
type Outcome = NonNullable<ReviewFlagDto['outcome']>;
type Help = NonNullable<ReviewFlagDto['offerOfHelp']>;

const OUTCOMES: readonly Outcome[] = [
  'help-taken-up',
  'help-declined',
  'situation-changed',
  'not-reached',
  'raised-in-error',
];
const LONGEST_REASON = 2000;

/** What a person decides about a flag: offer help, put off, dismiss or close, always with a reason. */
@Component({
  selector: 'sp-review-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DateField, Draft, Field, Radios, SpForm, SpokenPipe],
  templateUrl: './review-form.html',
})
export class ReviewForm {
  readonly flag = input.required<FlagDto>();
  readonly reviewed = output<FlagDto>();

  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly outcomes = OUTCOMES;
  protected readonly form = new FormGroup({
    action: new FormControl<Decision | null>(null, Validators.required),
    offerOfHelp: new FormControl<Help | ''>('', { nonNullable: true }),
    deferUntil: new FormControl<KnownDay | null>(null),
    outcome: new FormControl<Outcome | ''>('', { nonNullable: true }),
    reason: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(LONGEST_REASON)],
    }),
  });
  protected readonly chosen = toSignal(this.form.controls.action.valueChanges, { initialValue: null });
  protected readonly choices = computed(() => {
    this.transloco.activeLang();
    return this.flag()
      .possibleActions.filter((one) => one !== 'start')
      .map((value) => ({
        value,
        label: this.transloco.translate(`casework.review.action.${value}`),
        hint: this.transloco.translate(`casework.review.actionHint.${value}`),
      }));
  });
  protected readonly mayStart = computed(() => this.flag().possibleActions.includes('start'));

  constructor() {
    effect(() => {
      const needed = this.chosen();
      this.need('offerOfHelp', needed === 'accept');
      this.need('deferUntil', needed === 'defer');
      this.need('outcome', needed === 'close');
    });
  }

  protected readonly start = action(async () => {
    await this.send({ action: 'start', version: this.flag().version });
  });

  protected readonly decide = action(async (draft: Draft) => {
    const { action: decision, offerOfHelp, deferUntil, outcome, reason } = this.form.getRawValue();
    if (!decision) {
      return;
    }
    await this.send({
      action: decision,
      version: this.flag().version,
      reason,
      ...(decision === 'accept' && offerOfHelp ? { offerOfHelp } : {}),
      ...(decision === 'defer' && deferUntil ? { deferUntil: deferUntil.date } : {}),
      ...(decision === 'close' && outcome ? { outcome } : {}),
    });
    draft.drop();
    this.form.reset();
  });

  private async send(body: ReviewFlagDto): Promise<void> {
    this.reviewed.emit(await this.api.invoke(flagsReview, { flagId: this.flag().id, body }));
  }

  private need(field: 'offerOfHelp' | 'deferUntil' | 'outcome', isNeeded: boolean): void {
    const control = this.form.controls[field];
    control.setValidators(isNeeded ? Validators.required : null);
    control.updateValueAndValidity();
  }
}
