import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, enrolmentsConfirmLeftEarly, enrolmentsWithdraw, type EnrolmentDto, type WithdrawDto } from '@sampan/web-client';
import { action, Control, DayPipe, Field, Notice, SpForm } from '@sampan/web-kit';
import { EVIDENCE_KINDS, LEAVING_REASONS, REASONS_WITH_EVIDENCE } from '../states';

/** Why a trainee stops. When the registers already say that they left, it is confirmed here instead. */
@Component({
  selector: 'sp-leaving-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DayPipe, Field, Notice, SpForm],
  templateUrl: './leaving-form.html',
})
export class LeavingForm {
  readonly enrolment = input.required<EnrolmentDto>();
  readonly changed = output();

  private readonly api = inject(Api);
  protected readonly reasons = LEAVING_REASONS;
  protected readonly evidences = EVIDENCE_KINDS;
  protected readonly suspected = computed(() => this.enrolment().leftEarlySuspectedOn);

  protected readonly form = new FormGroup({
    reason: new FormControl<WithdrawDto['reason'] | ''>('', { nonNullable: true, validators: Validators.required }),
    evidence: new FormControl<NonNullable<WithdrawDto['evidence']> | ''>('', { nonNullable: true }),
  });
  private readonly reason = toSignal(this.form.controls.reason.valueChanges, { initialValue: '' });
  protected readonly needsEvidence = computed(() => REASONS_WITH_EVIDENCE.includes(this.reason()));

  constructor() {
    effect(() => {
      const { evidence } = this.form.controls;
      const validators = this.needsEvidence() ? [Validators.required] : [];
      untracked(() => {
        evidence.setValidators(validators);
        evidence.updateValueAndValidity();
      });
    });
  }

  protected readonly leave = action(async () => {
    const { reason, evidence } = this.form.getRawValue();
    const { id, version } = this.enrolment();
    if (reason === '') {
      return;
    }
    const body = { reason, version, evidence: this.needsEvidence() && evidence !== '' ? evidence : null };
    await (this.suspected()
      ? this.api.invoke(enrolmentsConfirmLeftEarly, { enrolmentId: id, body })
      : this.api.invoke(enrolmentsWithdraw, { enrolmentId: id, body }));
    this.changed.emit();
  });
}
