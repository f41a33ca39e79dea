import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type PlanDto, plansAgree, plansDropStep, plansFinishStep, plansGet, type StepDto } from '@sampan/web-client';
import { action, Asking, DayPipe, Notice, Opened, ProblemNotice, Status, UserText, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { AddGoal } from './add-goal';
import { AddStep } from './add-step';

/** The plan: goals in the person's words, their steps, and whether the person has agreed. */
@Component({
  selector: 'sp-case-plan',
  imports: [ReactiveFormsModule, TranslocoPipe, AddGoal, AddStep, DayPipe, Notice, ProblemNotice, Status, UserText, Waiting, Opened],
  templateUrl: './case-plan.html',
  styleUrl: './case-plan.scss',
})
export class CasePlan {
  readonly caseId = input.required<string>();
  /** Of the case: agreeing changes the case's stage. */
  readonly version = input.required<number>();
  readonly open = input.required<boolean>();
  readonly minor = input.required<boolean>();
  readonly agreed = output();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(Session);
  /** The assessment decides which dimensions still need an answer, so the plan is read again when the case has changed. */
  protected readonly plan = resource({
    params: () => ({ caseId: this.caseId(), version: this.version() }),
    loader: ({ params: { caseId } }) => this.api.invoke(plansGet, { caseId }),
  });
  protected readonly shown = linkedSignal<PlanDto | undefined>(() => (this.plan.hasValue() ? this.plan.value() : undefined));
  protected readonly mayWrite = computed(() => this.open() && this.session.can('plan.write'));
  /** Nothing is new since the person agreed: agreeing again is possible and not what is asked for. */
  protected readonly agreedAsItIs = computed(() => {
    const plan = this.shown();
    return !!plan?.agreedOn && !plan.goals.some(({ newSinceAgreement }) => newSinceAgreement);
  });
  protected readonly addingTo = signal<string | null>(null);

  protected readonly agree = action(async () => {
    const agreedWith = this.minor() ? 'client-and-guardian' : 'client';
    this.shown.set(await this.api.invoke(plansAgree, { caseId: this.caseId(), body: { agreedWith, version: this.version() } }));
    this.agreed.emit();
  });

  protected readonly finish = action(async ({ id: stepId, version }: StepDto) => {
    this.shown.set(await this.api.invoke(plansFinishStep, { caseId: this.caseId(), stepId, body: { version } }));
  });

  protected readonly drop = action(async ({ id: stepId, version }: StepDto) => {
    const say = (key: string): string => this.transloco.translate(`casework.plan.${key}`);
    const reason = await this.asking.reason({ heading: say('drop'), reason: say('dropReason'), confirm: say('drop') });
    if (reason !== null) {
      this.shown.set(await this.api.invoke(plansDropStep, { caseId: this.caseId(), stepId, body: { reason, version } }));
    }
  });

  protected added(plan: PlanDto): void {
    this.shown.set(plan);
    this.addingTo.set(null);
  }
}
