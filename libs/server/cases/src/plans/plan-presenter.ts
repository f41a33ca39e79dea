import { Injectable } from '@nestjs/common';
import type { Day } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { AssessmentsRepository } from '../assessments/assessments.repository';
import { unansweredDimensions } from '../assessments/outcome-scale.rules';
import type { Case } from '../cases/case.entity';
import { WorkerNames } from '../workers/worker-names';
import type { GoalDto, PlanDto, StepDto } from './plan.dto';
import type { Goal } from './goal.entity';
import { isStepOverdue } from './plan.rules';
import { PlansRepository } from './plans.repository';
import type { Step } from './step.entity';

/** Composes goals, steps and the agreement into the plan that a screen shows. */
@Injectable()
export class PlanPresenter {
  constructor(
    private readonly plans: PlansRepository,
    private readonly assessments: AssessmentsRepository,
    private readonly names: WorkerNames,
    private readonly centres: Centres,
  ) {}

  async plan(file: Case): Promise<PlanDto> {
    const goals = await this.plans.listGoals(file.id);
    const steps = await this.plans.listSteps(file.id);
    const latest = await this.assessments.findLatest(file.id);
    const today = await this.centres.todayAt(file.centreId);
    const names = await this.names.of(steps.map(({ workerId }) => workerId));
    const shown = (step: Step): StepDto => toStep(step, today, names);
    const dimensions = goals.flatMap(({ dimension }) => dimension ?? []);
    return {
      agreedOn: file.planAgreedOn,
      agreedWith: file.planAgreedWith,
      unanswered: latest ? unansweredDimensions(latest.scores, latest.reasons, dimensions) : [],
      goals: goals.map((goal) => toGoal(goal, file, steps.filter(({ goalId }) => goalId === goal.id).map(shown))),
    };
  }
}

const toGoal = (goal: Goal, { planAgreedAt }: Case, steps: StepDto[]): GoalDto => ({
  id: goal.id,
  text: goal.text,
  dimension: goal.dimension,
  newSinceAgreement: planAgreedAt !== null && goal.createdAt > planAgreedAt,
  steps,
});

const toStep = (step: Step, today: Day, names: ReadonlyMap<string, string>): StepDto => ({
  id: step.id,
  text: step.text,
  owner: step.owner,
  workerId: step.workerId,
  workerName: names.get(step.workerId) ?? null,
  dueOn: step.dueOn,
  state: step.state,
  overdue: isStepOverdue(step, today),
  dropReason: step.dropReason,
  version: step.version,
});
