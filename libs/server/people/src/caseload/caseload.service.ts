import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { newId, notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { getPerson, PersonsRepository } from '../persons/persons.repository';
import type { CaseloadEntry, CaseloadRole } from './caseload-entry.entity';
import { CaseloadRepository } from './caseload.repository';

export interface Assignment {
  readonly personId: string;
  readonly userId: string;
  readonly role: CaseloadRole;
  /** Client-made id: the same request repeated is one entry. */
  readonly id?: string;
}

export type NamedEntry = Pick<CaseloadEntry, 'id' | 'userId' | 'role' | 'fromOn' | 'toOn'> & { readonly userName: string | null };

/** Who works with whom: the reach of caseload workers comes from here. */
@Injectable()
export class Caseload {
  constructor(
    private readonly entries: CaseloadRepository,
    private readonly persons: PersonsRepository,
    private readonly users: Users,
    private readonly centres: Centres,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(viewer: Viewer, personId: string): Promise<NamedEntry[]> {
    await getPerson(this.persons, viewer, personId);
    const entries = await this.entries.list(personId);
    return Promise.all(entries.map((entry) => this.named(entry)));
  }

  assign(viewer: Viewer, { personId, userId, role, id = newId() }: Assignment): Promise<NamedEntry> {
    return this.unitOfWork.run(async () => {
      const person = await getPerson(this.persons, viewer, personId);
      if (userId !== viewer.userId) {
        await this.users.get(viewer, userId);
      }
      const fromOn = await this.centres.todayAt(person.centreId);
      const entry = { id, personId, centreId: person.centreId, userId, role, fromOn, toOn: null };
      if (await this.entries.add(entry)) {
        await this.audit.record(viewer, { action: 'caseload.assigned', subjectType: 'caseload-entry', subjectId: id, personId, centreId: person.centreId, details: { userId, role } });
      }
      return this.named((await this.entries.findCurrent(personId, userId, role)) ?? entry);
    });
  }

  /** For registration: whoever sees only their caseload would lose sight of the person they have just registered. */
  async takeOn(viewer: Viewer, person: { readonly id: string; readonly centreId: string }, today: string): Promise<void> {
    if (viewer.reach === 'caseload') {
      await this.entries.add({ id: newId(), personId: person.id, centreId: person.centreId, userId: viewer.userId, role: 'social-worker', fromOn: today, toOn: null });
    }
  }

  end(viewer: Viewer, personId: string, entryId: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const person = await getPerson(this.persons, viewer, personId);
      if (!(await this.entries.find(personId, entryId))) {
        throw notFound('CASELOAD_ENTRY_NOT_FOUND', 'The entry');
      }
      await this.entries.end(entryId, await this.centres.todayAt(person.centreId));
      await this.audit.record(viewer, { action: 'caseload.ended', subjectType: 'caseload-entry', subjectId: entryId, personId, centreId: person.centreId });
    });
  }

  workersOf(personId: string): Promise<string[]> {
    return this.entries.workersOf(personId);
  }

  isIn(userId: string, personId: string): Promise<boolean> {
    return this.entries.isIn(userId, personId);
  }

  private async named({ id, userId, role, fromOn, toOn }: CaseloadEntry): Promise<NamedEntry> {
    return { id, userId, role, fromOn, toOn, userName: await this.users.nameOf(userId) };
  }
}
