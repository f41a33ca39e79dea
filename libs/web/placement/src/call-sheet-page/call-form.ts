import { Component, computed, effect, inject, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, followUpsAttempt, followUpsObserve, type RecordAttemptDto } from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, Notice, Radios, shortcuts, SpForm, todayHere } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { choicesOf } from '../choices';
import { mintedId } from '../minted-id';
import { observationControls, observationOf } from '../observation/observation-controls';
import { ObservationFields } from '../observation/observation-fields';
import { ANSWERED_BY, CHANNELS, CODE_WORD, PRESENCE } from '../words';
import { NEUTRAL_QUESTIONS, RIGHTS_QUESTIONS, scriptFor } from './script';

/**
 * One call, while it goes on. The moment that the employer is there, or the code word fails, the questions about rights
 * vanish, and so does what was typed under them.
 */
@Component({
  selector: 'sp-call-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DateField, Draft, Field, Notice, ObservationFields, Radios, SpForm],
  templateUrl: './call-form.html',
})
export class CallForm {
  readonly followUpId = input.required<string>();
  readonly channel = input<RecordAttemptDto['channel'] | null>(null);
  readonly recorded = output();
  private readonly api = inject(Api);
  protected readonly channels = CHANNELS;
  protected readonly neutralQuestions = NEUTRAL_QUESTIONS;
  protected readonly rightsQuestions = RIGHTS_QUESTIONS;
  protected readonly answerers = choicesOf(ANSWERED_BY, 'placement.call.answeredBy.');
  protected readonly presences = choicesOf(PRESENCE, 'placement.call.presence.');
  protected readonly codeWords = choicesOf(CODE_WORD, 'placement.call.codeWord.');
  private ids = { attempt: mintedId(), observation: mintedId() };

  protected readonly form = new FormGroup({
    attemptedOn: new FormControl<KnownDay | null>({ date: todayHere(), precision: 'day' }, Validators.required),
    channel: new FormControl<RecordAttemptDto['channel']>('phone', { nonNullable: true }),
    answeredBy: new FormControl<RecordAttemptDto['answeredBy'] | null>(null, Validators.required),
    employerPresent: new FormControl<RecordAttemptDto['employerPresent'] | null>(null),
    codeWord: new FormControl<RecordAttemptDto['codeWord'] | null>(null),
    ...observationControls(),
  });

  private readonly written = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly script = computed(() => scriptFor(this.written()));
  protected readonly somebody = computed(() => !!this.written().answeredBy && this.written().answeredBy !== 'nobody');
  protected readonly reached = computed(() => this.written().answeredBy === 'person');

  protected readonly save = action(async (draft: Draft) => {
    const { attemptedOn, channel, answeredBy, employerPresent, codeWord, ...answers } = this.form.getRawValue();
    if (!attemptedOn || !answeredBy) {
      return;
    }
    const [followUpId, day, script] = [this.followUpId(), attemptedOn.date, this.script()];
    await this.api.invoke(followUpsAttempt, {
      followUpId, body: { id: this.ids.attempt, attemptedOn: day, channel, answeredBy, employerPresent: employerPresent ?? 'unknown', codeWord: codeWord ?? 'not-asked' },
    });
    if (this.reached()) {
      await this.api.invoke(followUpsObserve, { followUpId, body: { id: this.ids.observation, observedOn: day, evidence: 'call', ...observationOf(answers, script === 'full') } });
    }
    this.ids = { attempt: mintedId(), observation: mintedId() };
    draft.drop();
    this.form.reset({ attemptedOn, channel });
    this.recorded.emit();
  });

  constructor() {
    shortcuts([
      { key: 'e', text: 'placement.call.keys.employer', run: () => this.form.patchValue({ employerPresent: 'yes' }) },
      { key: 'n', text: 'placement.call.keys.nobody', run: () => this.form.patchValue({ answeredBy: 'nobody' }) },
    ]);
    effect(() => {
      const channel = this.channel();
      if (channel) {
        this.form.patchValue({ channel });
      }
    });
    // A question that is not asked must not hold up the record of the call.
    effect(() => {
      const { employment } = this.form.controls;
      if (this.reached()) {
        employment.enable({ emitEvent: false });
      } else {
        employment.disable({ emitEvent: false });
      }
    });
  }
}
