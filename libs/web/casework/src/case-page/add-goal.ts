import { Component, inject, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { type AddGoalDto, Api, type PlanDto, plansAddGoal } from '@sampan/web-client';
import { action, Control, Field, SpForm } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { mintedId } from '../minted-id';
import { DIMENSIONS } from '../words';

const LONGEST_LINE = 500;

@Component({
  selector: 'sp-add-goal',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Draft, Field, SpForm],
  template: `
    <form [formGroup]="form" spForm [spDraft]="'casework.goal.' + caseId()" #draft="spDraft" [problem]="add.problem()" (send)="add.run(draft)">
      <sp-field [label]="'casework.plan.goal' | transloco" [hint]="'casework.plan.goalHint' | transloco">
        <input spControl formControlName="text" dir="auto" />
      </sp-field>
      <sp-field [label]="'casework.plan.dimension' | transloco" optional>
        <select spControl formControlName="dimension">
          <option value="">{{ 'casework.choose' | transloco }}</option>
          @for (one of dimensions; track one) {
            <option [value]="one">{{ 'casework.dimension.' + one | transloco }}</option>
          }
        </select>
      </sp-field>
      <div class="sp-actions">
        <button class="sp-button" [attr.aria-busy]="add.busy()">{{ 'casework.save' | transloco }}</button>
        <button type="button" class="sp-button sp-button--secondary" (click)="closed.emit()">{{ 'casework.cancel' | transloco }}</button>
      </div>
    </form>
  `,
})
export class AddGoal {
  readonly caseId = input.required<string>();
  readonly added = output<PlanDto>();
  readonly closed = output();

  private readonly api = inject(Api);
  protected readonly dimensions = DIMENSIONS;
  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    text: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(LONGEST_LINE)] }),
    dimension: new FormControl<NonNullable<AddGoalDto['dimension']> | ''>('', { nonNullable: true }),
  });

  protected readonly add = action(async (draft: Draft) => {
    const { id, text, dimension } = this.form.getRawValue();
    const plan = await this.api.invoke(plansAddGoal, { caseId: this.caseId(), body: { id, text, dimension: dimension || null } });
    draft.drop();
    this.added.emit(plan);
  });
}
