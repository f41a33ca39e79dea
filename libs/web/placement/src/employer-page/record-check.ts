import { Component, computed, inject, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, employersRecordCheck, type EmployerFileDto, type RecordCheckDto } from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, Radios, SpForm, todayHere } from '@sampan/web-kit';
import { choicesOf } from '../choices';
import { CHECK_RESULTS, VETTING_CHECKS } from '../words';

/** What was looked at, what was found, and where it can be seen again. */
@Component({
  selector: 'sp-record-check',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DateField, Field, Radios, SpForm],
  template: `
    <form [formGroup]="form" spForm [problem]="save.problem()" (send)="save.run()">
      <sp-field [label]="'placement.vetting.checkLabel' | transloco">
        <select spControl formControlName="kind">
          <option value="">{{ 'placement.choose' | transloco }}</option>
          @for (kind of kinds(); track kind) { <option [value]="kind">{{ 'placement.vetting.check.' + kind | transloco }}</option> }
        </select>
      </sp-field>
      <sp-radios [label]="'placement.vetting.resultLabel' | transloco" [choices]="results()" formControlName="result" />
      <sp-field [label]="'placement.vetting.evidence' | transloco" [hint]="'placement.vetting.evidenceHint' | transloco">
        <textarea spControl formControlName="evidence" rows="3" dir="auto"></textarea>
      </sp-field>
      <sp-date-field [label]="'placement.vetting.checkedOn' | transloco" formControlName="checkedOn" />
      <div class="sp-actions"><button class="sp-button" [attr.aria-busy]="save.busy()">{{ 'placement.save' | transloco }}</button></div>
    </form>
  `,
})
export class RecordCheck {
  readonly file = input.required<EmployerFileDto>();
  readonly recorded = output<EmployerFileDto>();
  private readonly api = inject(Api);
  protected readonly results = choicesOf(CHECK_RESULTS, 'placement.vetting.result.');
  protected readonly kinds = computed(() => VETTING_CHECKS.filter((kind) => kind !== 'licence' || this.file().kind === 'recruitment-agency'));

  protected readonly form = new FormGroup({
    kind: new FormControl<RecordCheckDto['kind'] | ''>('', { nonNullable: true, validators: Validators.required }),
    result: new FormControl<RecordCheckDto['result'] | null>(null, Validators.required),
    evidence: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(3), Validators.maxLength(2000)] }),
    checkedOn: new FormControl<KnownDay | null>({ date: todayHere(), precision: 'day' }, Validators.required),
  });

  protected readonly save = action(async () => {
    const { kind, result, evidence, checkedOn } = this.form.getRawValue();
    if (kind && result && checkedOn) {
      const file = await this.api.invoke(employersRecordCheck, { employerId: this.file().id, body: { kind, result, evidence, checkedOn: checkedOn.date } });
      this.form.reset({ kind: '', result: null, evidence: '', checkedOn });
      this.recorded.emit(file);
    }
  });
}
