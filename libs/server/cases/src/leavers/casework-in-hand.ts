import { Injectable } from '@nestjs/common';
import type { HandOver, HeldWork, WorkKind } from '@sampan/access';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { In, Not } from 'typeorm';
import { Case } from '../cases/case.entity';
import { Step } from '../plans/step.entity';
import { Task } from '../tasks/task.entity';

interface OfSomebody {
  readonly id: string;
  readonly personId: string;
  readonly centreId: string;
}

/** Open cases, steps and tasks of a worker, when somebody else takes over. Without a viewer's limits: a leaver's work goes, wherever it is. */
@Injectable()
export class CaseworkInHand {
  constructor(
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async held(userId: string): Promise<HeldWork[]> {
    return [...countsOf('cases', await this.cases(userId)), ...countsOf('steps', await this.steps(userId)), ...countsOf('tasks', await this.tasks(userId))];
  }

  /** Says whom the work is for, so that the successor can see them. */
  handOver(viewer: Viewer, { from, to }: HandOver): Promise<OfSomebody[]> {
    return this.unitOfWork.run(async () => {
      const [cases, steps, tasks] = [await this.cases(from), await this.steps(from), await this.tasks(from)];
      const manager = this.unitOfWork.manager;
      await manager.save(Case, cases.map((file) => Object.assign(file, { ownerId: to })));
      await manager.save(Step, steps.map((step) => Object.assign(step, { workerId: to })));
      await manager.save(Task, tasks.map((task) => Object.assign(task, { assigneeId: to })));
      for (const [subjectType, rows] of [['case', cases], ['case-step', steps], ['task', tasks]] as const) {
        for (const { id, personId, centreId } of rows) {
          await this.audit.record(viewer, { action: `${subjectType}.handed-over`, subjectType, subjectId: id, personId, centreId, details: { from, to } });
        }
      }
      return [...cases, ...steps, ...tasks];
    });
  }

  private cases(ownerId: string): Promise<Case[]> {
    return this.unitOfWork.manager.find(Case, { where: { ownerId, stage: Not(In(['closed', 'rejected'])) }, order: { id: 'ASC' } });
  }

  private steps(workerId: string): Promise<Step[]> {
    return this.unitOfWork.manager.find(Step, { where: { workerId, state: 'open' }, order: { id: 'ASC' } });
  }

  private tasks(assigneeId: string): Promise<Task[]> {
    return this.unitOfWork.manager.find(Task, { where: { assigneeId, state: 'open' }, order: { id: 'ASC' } });
  }
}

const countsOf = (kind: WorkKind, rows: readonly OfSomebody[]): HeldWork[] => {
  const counts = new Map<string, number>();
  for (const { centreId } of rows) {
    counts.set(centreId, (counts.get(centreId) ?? 0) + 1);
  }
  return [...counts].map(([centreId, count]) => ({ kind, centreId, count }));
};
