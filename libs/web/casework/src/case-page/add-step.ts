import { Component, computed, inject, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { type AddStepDto, Api, type PlanDto, plansAddStep } from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, Radios, SpForm } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { mintedId } from '../minted-id';

const LONGEST_LINE = 500;

@Component({
  selector: 'sp-add-step',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DateField, Draft, Field, Radios, SpForm],
  template: `
    <form [formGroup]="form" spForm [spDraft]="'casework.step.' + goalId()" #draft="spDraft" [problem]="add.problem()" (send)="add.run(draft)">
      <sp-field [label]="'casework.plan.step' | transloco" [hint]="'casework.plan.stepHint' | transloco">
        <input spControl formControlName="text" dir="auto" />
      </sp-field>
      <sp-radios formControlName="owner" [label]="'casework.plan.who' | transloco" [choices]="owners()" />
      <sp-date-field formControlName="dueOn" [label]="'casework.plan.dueOn' | transloco" />
      <div class="sp-actions">
        <button class="sp-button" [attr.aria-busy]="add.busy()">{{ 'casework.save' | transloco }}</button>
        <button type="button" class="sp-button sp-button--secondary" (click)="closed.emit()">{{ 'casework.cancel' | transloco }}</button>
      </div>
    </form>
  `,
})
export class AddStep {
  readonly caseId = input.required<string>();
  readonly goalId = input.required<string>();
  readonly added = output<PlanDto>();
  readonly closed = output();

  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly owners = computed(() =>
    (['worker', 'client'] as const).map((value) => ({ value, label: this.transloco.translate(`casework.stepOwner.${value}`) })),
  );
  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    text: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(LONGEST_LINE)] }),
    owner: new FormControl<AddStepDto['owner']>('worker', { nonNullable: true, validators: Validators.required }),
    dueOn: new FormControl<KnownDay | null>(null, Validators.required),
  });

  protected readonly add = action(async (draft: Draft) => {
    const { dueOn, ...step } = this.form.getRawValue();
    if (dueOn) {
      const body = { ...step, dueOn: dueOn.date };
      const plan = await this.api.invoke(plansAddStep, { caseId: this.caseId(), goalId: this.goalId(), body });
      draft.drop();
      this.added.emit(plan);
    }
  });
}
