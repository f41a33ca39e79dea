import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import { Goal } from './goal.entity';
import { Step } from './step.entity';

/** A step in a day's work: without its text, which is read on the case. */
export type DueStep = Pick<Step, 'id' | 'caseId' | 'personId' | 'centreId' | 'dueOn'>;

/** Goals and steps of cases that the caller has already been allowed to read; only `listOpenOf` looks across cases. */
@Injectable()
export class PlansRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  listGoals(caseId: string): Promise<Goal[]> {
    return this.unitOfWork.manager.find(Goal, { where: { caseId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  listSteps(caseId: string): Promise<Step[]> {
    return this.unitOfWork.manager.find(Step, { where: { caseId }, order: { dueOn: 'ASC', id: 'ASC' } });
  }

  findGoal(caseId: string, id: string): Promise<Goal | null> {
    return this.unitOfWork.manager.findOneBy(Goal, { caseId, id });
  }

  findStep(caseId: string, id: string): Promise<Step | null> {
    return this.unitOfWork.manager.findOneBy(Step, { caseId, id });
  }

  /** Locks the row, so that a step ends once. */
  findStepForChange(caseId: string, id: string): Promise<Step | null> {
    return this.unitOfWork.manager.findOne(Step, { where: { caseId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Open steps of open cases that a worker does or asks after, due by a day. */
  listOpenOf(viewer: Viewer, workerId: string, dueBy: string): Promise<DueStep[]> {
    const steps = this.unitOfWork.manager
      .createQueryBuilder(Step, 's')
      .select(['s.id', 's.caseId', 's.personId', 's.centreId', 's.dueOn'])
      .where(`s.state = 'open' AND s.worker_id = :workerId AND s.due_on <= :dueBy`, { workerId, dueBy })
      .andWhere(`EXISTS (SELECT FROM case_file c WHERE c.id = s.case_id AND c.stage NOT IN ('closed', 'rejected'))`);
    limitToReach(steps, viewer, { centre: 's.centreId', person: 's.personId' });
    return steps.getMany();
  }

  async addGoal(goal: Goal): Promise<void> {
    await this.unitOfWork.manager.insert(Goal, goal);
  }

  async addStep(step: Omit<Step, 'version'>): Promise<void> {
    await this.unitOfWork.manager.insert(Step, step);
  }

  saveStep(step: Step): Promise<Step> {
    return this.unitOfWork.manager.save(Step, step);
  }
}
