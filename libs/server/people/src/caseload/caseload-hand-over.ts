import { Injectable } from '@nestjs/common';
import type { HandOver, HeldWork, WorkPart } from '@sampan/access';
import { newId, UnitOfWork, type Day, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { In, IsNull } from 'typeorm';
import { CaseloadEntry, type CaseloadRole } from './caseload-entry.entity';
import { CaseloadRepository } from './caseload.repository';

const ROLES_OF: Readonly<Record<WorkPart, readonly CaseloadRole[]>> = {
  casework: ['social-worker', 'child-protection'],
  placement: ['placement-officer'],
  training: ['instructor'],
};
const KIND_OF: Readonly<Record<CaseloadRole, HeldWork['kind']>> = {
  'social-worker': 'people',
  'child-protection': 'people',
  'placement-officer': 'placement-people',
  instructor: 'training-people',
};

/** The people whom somebody works with, when somebody else takes over. Without a viewer's limits: a leaver's people go, wherever they are. */
@Injectable()
export class CaseloadHandOver {
  constructor(
    private readonly entries: CaseloadRepository,
    private readonly centres: Centres,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async held(userId: string): Promise<HeldWork[]> {
    const current = await this.current(userId);
    const counts = new Map<string, HeldWork>();
    for (const { role, centreId } of current) {
      const key = `${KIND_OF[role]} ${centreId}`;
      counts.set(key, { kind: KIND_OF[role], centreId, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return [...counts.values()];
  }

  /** Each person's history says from when to when they were whose. */
  handOver(viewer: Viewer, part: WorkPart, { from, to }: HandOver): Promise<void> {
    return this.unitOfWork.run(async () => {
      const today = this.todays();
      for (const { id, personId, centreId, role } of await this.current(from, ROLES_OF[part])) {
        const day = await today(centreId);
        await this.entries.end(id, day);
        await this.entries.add({ id: newId(), personId, centreId, userId: to, role, fromOn: day, toOn: null });
        await this.audit.record(viewer, { action: 'caseload.handed-over', subjectType: 'caseload-entry', subjectId: id, personId, centreId, details: { from, to, role } });
      }
    });
  }

  /** Whoever takes over a piece of work has to see whom it is for. */
  join(viewer: Viewer, userId: string, people: readonly { readonly personId: string; readonly centreId: string }[]): Promise<void> {
    return this.unitOfWork.run(async () => {
      const today = this.todays();
      for (const { personId, centreId } of new Map(people.map((person) => [person.personId, person])).values()) {
        const id = newId();
        if (await this.entries.add({ id, personId, centreId, userId, role: 'social-worker', fromOn: await today(centreId), toOn: null })) {
          await this.audit.record(viewer, { action: 'caseload.assigned', subjectType: 'caseload-entry', subjectId: id, personId, centreId, details: { userId, role: 'social-worker' } });
        }
      }
    });
  }

  private current(userId: string, roles?: readonly CaseloadRole[]): Promise<CaseloadEntry[]> {
    return this.unitOfWork.manager.find(CaseloadEntry, { where: { userId, toOn: IsNull(), ...(roles ? { role: In([...roles]) } : {}) }, order: { id: 'ASC' } });
  }

  private todays(): (centreId: string) => Promise<Day> {
    const known = new Map<string, Promise<Day>>();
    return (centreId) => {
      const day = known.get(centreId) ?? this.centres.todayAt(centreId);
      known.set(centreId, day);
      return day;
    };
  }
}
