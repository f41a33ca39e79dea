import { Component, inject, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, followUpsObservePlacement, type RecordObservationDto } from '@sampan/web-client';
import { action, DateField, type KnownDay, Radios, SpForm, todayHere } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { choicesOf } from '../choices';
import { mintedId } from '../minted-id';
import { EVIDENCE } from '../words';
import { observationControls, observationOf } from './observation-controls';
import { ObservationFields } from './observation-fields';

/** Something seen outside the checks: a payslip that came, a visit. Calls are recorded on their check, with who was listening. */
@Component({
  selector: 'sp-observation-form',
  imports: [ReactiveFormsModule, TranslocoPipe, DateField, Draft, ObservationFields, Radios, SpForm],
  template: `
    <form [formGroup]="form" spForm [spDraft]="'placing-observation-' + placementId()" #draft="spDraft" [problem]="save.problem()" (send)="save.run(draft)">
      <sp-date-field [label]="'placement.observation.observedOn' | transloco" formControlName="observedOn" />
      <sp-radios [label]="'placement.observation.evidenceLabel' | transloco" [choices]="evidence()" formControlName="evidence" />
      <sp-observation-fields [rights]="true" />
      <div class="sp-actions"><button class="sp-button" [attr.aria-busy]="save.busy()">{{ 'placement.save' | transloco }}</button></div>
    </form>
  `,
})
export class ObservationForm {
  readonly placementId = input.required<string>();
  readonly recorded = output();
  private readonly api = inject(Api);
  protected readonly evidence = choicesOf(EVIDENCE, 'placement.observation.evidence.');
  private id = mintedId();

  protected readonly form = new FormGroup({
    observedOn: new FormControl<KnownDay | null>({ date: todayHere(), precision: 'day' }, Validators.required),
    evidence: new FormControl<RecordObservationDto['evidence'] | null>(null, Validators.required),
    ...observationControls(),
  });

  protected readonly save = action(async (draft: Draft) => {
    const { observedOn, evidence, ...answers } = this.form.getRawValue();
    if (observedOn && evidence) {
      await this.api.invoke(followUpsObservePlacement, { placementId: this.placementId(), body: { id: this.id, observedOn: observedOn.date, evidence, ...observationOf(answers, true) } });
      this.id = mintedId();
      draft.drop();
      this.form.reset({ observedOn, evidence: null });
      this.recorded.emit();
    }
  });
}
