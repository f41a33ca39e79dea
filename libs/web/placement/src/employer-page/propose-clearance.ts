import { Component, inject, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, employersPropose, type EmployerFileDto, type ProposeClearanceDto } from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, Notice, Radios, SpForm } from '@sampan/web-kit';
import { choicesOf } from '../choices';

/** Proposes that people may be sent; somebody else decides. */
@Component({
  selector: 'sp-propose-clearance',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DateField, Field, Notice, Radios, SpForm],
  template: `
    @if (file().missingChecks.length > 0) {
      <sp-notice tone="warn" [heading]="'placement.vetting.missingHeading' | transloco">
        <ul>@for (kind of file().missingChecks; track kind) { <li>{{ 'placement.vetting.check.' + kind | transloco }}</li> }</ul>
      </sp-notice>
    }
    <form [formGroup]="form" spForm [problem]="save.problem()" (send)="save.run()">
      <sp-radios [label]="'placement.vetting.outcomeLabel' | transloco" [choices]="outcomes()" formControlName="outcome" />
      <sp-date-field [label]="'placement.vetting.validUntil' | transloco" [hint]="'placement.vetting.validUntilHint' | transloco" formControlName="validUntil" />
      <sp-field [label]="'placement.vetting.conditions' | transloco" [hint]="'placement.vetting.conditionsHint' | transloco" [optional]="form.controls.outcome.value !== 'conditional'">
        <textarea spControl formControlName="conditions" rows="3" dir="auto"></textarea>
      </sp-field>
      <p class="sp-soft">{{ 'placement.vetting.somebodyElse' | transloco }}</p>
      <div class="sp-actions"><button class="sp-button" [attr.aria-busy]="save.busy()">{{ 'placement.vetting.propose' | transloco }}</button></div>
    </form>
  `,
})
export class ProposeClearance {
  readonly file = input.required<EmployerFileDto>();
  readonly proposed = output<EmployerFileDto>();
  private readonly api = inject(Api);
  protected readonly outcomes = choicesOf(['cleared', 'conditional'] as const, 'placement.vetting.state.');

  protected readonly form = new FormGroup({
    outcome: new FormControl<ProposeClearanceDto['outcome']>('cleared', { nonNullable: true }),
    validUntil: new FormControl<KnownDay | null>(null, Validators.required),
    conditions: new FormControl('', { nonNullable: true, validators: Validators.maxLength(2000) }),
  });

  protected readonly save = action(async () => {
    const { outcome, validUntil, conditions } = this.form.getRawValue();
    if (validUntil) {
      this.proposed.emit(await this.api.invoke(employersPropose, { employerId: this.file().id, body: { outcome, validUntil: validUntil.date, conditions: conditions.trim() || null } }));
    }
  });
}
