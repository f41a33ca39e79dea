import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, newId, notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People, Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { AssessmentsRepository } from '../assessments/assessments.repository';
import { unansweredDimensions } from '../assessments/outcome-scale.rules';
import type { Case } from '../cases/case.entity';
import { CaseRecords } from '../cases/case-records';
import type { AddGoalDto, AddStepDto, AgreePlanDto, DropStepDto, PlanDto } from './plan.dto';
import type { Goal } from './goal.entity';
import { PlanPresenter } from './plan-presenter';
import { type StepState, whyNotAgree, whyNotMoveStep } from './plan.rules';
import { PlansRepository } from './plans.repository';
import type { Step } from './step.entity';

/** The plan of a case: goals in the person's words, steps by a day, and the person's agreement. */
@Injectable()
export class Plans {
  constructor(
    private readonly plans: PlansRepository,
    private readonly records: CaseRecords,
    private readonly assessments: AssessmentsRepository,
    private readonly presenter: PlanPresenter,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(viewer: Viewer, caseId: string): Promise<PlanDto> {
    return this.presenter.plan(await this.records.get(viewer, caseId));
  }

  addGoal(viewer: Viewer, caseId: string, { id, text, dimension }: AddGoalDto): Promise<PlanDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.getOpen(viewer, caseId);
      if (!id || !(await this.plans.findGoal(caseId, id))) {
        const goal: Goal = {
          id: id ?? newId(),
          caseId,
          personId: file.personId,
          centreId: file.centreId,
          dimension: dimension ?? null,
          text,
          createdBy: viewer.userId,
          createdAt: this.clock.now(),
        };
        await this.plans.addGoal(goal);
        await this.note(viewer, file, 'goal.added', 'goal', goal.id);
      }
      return this.presenter.plan(file);
    });
  }

  addStep(viewer: Viewer, caseId: string, goalId: string, { id, text, owner, dueOn }: AddStepDto): Promise<PlanDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.getOpen(viewer, caseId);
      if (!(await this.plans.findGoal(caseId, goalId))) {
        throw notFound('GOAL_NOT_FOUND', 'The goal');
      }
      if (!id || !(await this.plans.findStep(caseId, id))) {
        const step: Omit<Step, 'version'> = {
          id: id ?? newId(),
          goalId,
          caseId,
          personId: file.personId,
          centreId: file.centreId,
          text,
          owner,
          workerId: file.ownerId ?? viewer.userId,
          dueOn,
          state: 'open',
          createdBy: viewer.userId,
          createdAt: this.clock.now(),
          endedAt: null,
          endedBy: null,
          dropReason: null,
        };
        await this.plans.addStep(step);
        await this.note(viewer, file, 'step.added', 'step', step.id);
      }
      return this.presenter.plan(file);
    });
  }

  finishStep(viewer: Viewer, caseId: string, stepId: string, version: number): Promise<PlanDto> {
    return this.endStep(viewer, caseId, stepId, { to: 'done', reason: null, version });
  }

  dropStep(viewer: Viewer, caseId: string, stepId: string, { reason, version }: DropStepDto): Promise<PlanDto> {
    return this.endStep(viewer, caseId, stepId, { to: 'dropped', reason, version });
  }

  /** The person says yes to the plan as it stands; what is added later is shown as new until they agree again. */
  agree(viewer: Viewer, caseId: string, { agreedWith, version }: AgreePlanDto): Promise<PlanDto> {
    return this.unitOfWork.run(async () => {
      const mine = { planAgreedWith: agreedWith };
      const file = await this.records.getForChange(viewer, caseId, version, mine);
      const [goals, steps] = [await this.plans.listGoals(caseId), await this.plans.listSteps(caseId)];
      const latest = await this.assessments.findLatest(caseId);
      const { treatAsMinor } = await this.people.getSummary(viewer, file.personId);
      const dimensions = goals.flatMap(({ dimension }) => dimension ?? []);
      const refusal = whyNotAgree({
        stage: file.stage,
        goals: goals.length,
        steps: steps.length,
        unanswered: latest ? unansweredDimensions(latest.scores, latest.reasons, dimensions) : [],
        treatAsMinor,
        agreedWith,
      });
      if (refusal) {
        throw refusal;
      }

      const planAgreedAt = this.clock.now();
      const planAgreedOn = await this.centres.todayAt(file.centreId);
      const saved = await this.records.record(viewer, file, 'case.plan-agreed', {
        ...mine,
        planAgreedAt,
        planAgreedOn,
      });
      await this.timeline.append({
        personId: file.personId,
        centreId: file.centreId,
        at: planAgreedAt,
        kind: 'cases.plan-agreed',
        fact: 'fact.protection',
        data: { goals: goals.length, steps: steps.length },
        sourceType: 'plan-agreement',
        sourceId: newId(),
      });
      return this.presenter.plan(saved);
    });
  }

  private endStep(
    viewer: Viewer,
    caseId: string,
    stepId: string,
    end: { readonly to: StepState; readonly reason: string | null; readonly version: number },
  ): Promise<PlanDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.getOpen(viewer, caseId);
      const step = await this.plans.findStepForChange(caseId, stepId);
      if (!step) {
        throw notFound('STEP_NOT_FOUND', 'The step');
      }
      assertVersion(step, end.version, { state: end.to });
      const refusal = whyNotMoveStep(step.state, end.to, end.reason);
      if (refusal) {
        throw refusal;
      }

      await this.plans.saveStep(
        Object.assign(step, {
          state: end.to,
          endedAt: this.clock.now(),
          endedBy: viewer.userId,
          dropReason: end.reason,
        }),
      );
      await this.note(viewer, file, `step.${end.to}`, 'step', stepId);
      return this.presenter.plan(file);
    });
  }

  private note(viewer: Viewer, file: Case, action: string, subjectType: string, subjectId: string): Promise<void> {
    return this.audit.record(viewer, {
      action,
      subjectType,
      subjectId,
      personId: file.personId,
      centreId: file.centreId,
      details: { caseId: file.id },
    });
  }
}
