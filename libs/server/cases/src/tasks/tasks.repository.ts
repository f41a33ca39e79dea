import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage, UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import type { SelectQueryBuilder } from 'typeorm';
import type { TaskQuery } from './task.dto';
import { Task } from './task.entity';
import type { TaskKind } from './task.rules';

const DEFAULT_LIMIT = 25;

@Injectable()
export class TasksRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<Task | null> {
    return this.within(viewer).andWhere('t.id = :id', { id }).getOne();
  }

  /** Locks the row, so that a task ends once. */
  findForChange(viewer: Viewer, id: string): Promise<Task | null> {
    return this.within(viewer).andWhere('t.id = :id', { id }).setLock('pessimistic_write', undefined, ['t']).getOne();
  }

  findOpenOfSource(kind: TaskKind, sourceId: string): Promise<Task | null> {
    return this.unitOfWork.manager.findOneBy(Task, { kind, sourceId, state: 'open' });
  }

  countOpenOfCase(caseId: string): Promise<number> {
    return this.unitOfWork.manager.countBy(Task, { caseId, state: 'open' });
  }

  async list(viewer: Viewer, query: TaskQuery): Promise<Page<Task>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const position = decodeCursor(query.cursor, 'day', 'id');
    const backwards = position?.direction === 'previous';
    const tasks = this.within(viewer)
      .andWhere('t.state = :state', { state: query.state ?? 'open' })
      .orderBy('t.dueOn', backwards ? 'DESC' : 'ASC')
      .addOrderBy('t.id', backwards ? 'DESC' : 'ASC')
      .take(limit + 1);
    if (query.caseId) {
      tasks.andWhere('t.case_id = :caseId', { caseId: query.caseId });
    } else if (query.assignedTo === 'nobody') {
      tasks.andWhere('t.assignee_id IS NULL');
    } else if (query.assignedTo !== 'anybody') {
      tasks.andWhere('t.assignee_id = :me', { me: viewer.userId });
    }
    if (position) {
      const [dueOn, id] = position.key;
      tasks.andWhere(`(t.due_on, t.id) ${backwards ? '<' : '>'} (:dueOn, :afterId)`, { dueOn, afterId: id });
    }
    return toPage(
      await tasks.getMany(),
      limit,
      position,
      (task) => [task.dueOn, task.id],
      (task) => task,
    );
  }

  /** Open work that a worker does, due by a day. */
  listOpenOf(viewer: Viewer, assigneeId: string, dueBy: string): Promise<Task[]> {
    return this.within(viewer)
      .andWhere(`t.state = 'open' AND t.assignee_id = :assigneeId AND t.due_on <= :dueBy`, { assigneeId, dueBy })
      .getMany();
  }

  /** Open work that nobody has, or that is late by a day, oldest first. */
  listNeglected(viewer: Viewer, dueBefore: string, most: number): Promise<Task[]> {
    return this.within(viewer)
      .andWhere(`t.state = 'open' AND (t.assignee_id IS NULL OR t.due_on < :dueBefore)`, { dueBefore })
      .andWhere(`t.kind <> 'please-call'`)
      .orderBy('t.dueOn', 'ASC')
      .addOrderBy('t.id', 'ASC')
      .take(most)
      .getMany();
  }

  /** How many open tasks each worker has. */
  async countOpenByAssignee(viewer: Viewer): Promise<ReadonlyMap<string, number>> {
    const rows = await this.within(viewer)
      .select('t.assignee_id', 'worker')
      .addSelect('count(*)::int', 'open')
      .andWhere(`t.state = 'open' AND t.assignee_id IS NOT NULL`)
      .groupBy('t.assignee_id')
      .getRawMany<{ worker: string; open: number }>();
    return new Map(rows.map(({ worker, open }) => [worker, open]));
  }

  /**
   * By centre only: training staff have no caseload, and a neutral task says nothing that a caseload would protect.
   */
  listPleaseCalls(viewer: Viewer, most: number): Promise<Task[]> {
    return this.neutral(viewer)
      .andWhere(`t.state = 'open'`)
      .orderBy('t.dueOn', 'ASC')
      .addOrderBy('t.id', 'ASC')
      .take(most)
      .getMany();
  }

  findPleaseCallForChange(viewer: Viewer, id: string): Promise<Task | null> {
    return this.neutral(viewer).andWhere('t.id = :id', { id }).setLock('pessimistic_write', undefined, ['t']).getOne();
  }

  /** One open "please call" per person is enough, whatever the reasons are. */
  hasOpenPleaseCall(personId: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(Task, { personId, kind: 'please-call', state: 'open' });
  }

  async add(task: Omit<Task, 'version'>): Promise<void> {
    await this.unitOfWork.manager.insert(Task, task);
  }

  save(task: Task): Promise<Task> {
    return this.unitOfWork.manager.save(Task, task);
  }

  private within(viewer: Viewer): SelectQueryBuilder<Task> {
    const tasks = this.unitOfWork.manager.createQueryBuilder(Task, 't').where('TRUE');
    limitToReach(tasks, viewer, { centre: 't.centreId', person: 't.personId' });
    return tasks;
  }

  private neutral(viewer: Viewer): SelectQueryBuilder<Task> {
    return this.unitOfWork.manager
      .createQueryBuilder(Task, 't')
      .where('t.centre_id = ANY(:centreIds)', { centreIds: [...viewer.centreIds] })
      .andWhere(`t.kind = 'please-call'`);
  }
}
