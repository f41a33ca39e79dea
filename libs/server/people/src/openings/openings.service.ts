import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { Audit, AuditTrail, type TrailEntry } from '@sampan/platform';
import { readReference, showReference } from '../persons/person-reference.rules';
import { getPerson, personNotFound, PersonsRepository } from '../persons/persons.repository';

export interface Opening {
  readonly id: string;
  readonly at: string;
  /** Null: the product itself. */
  readonly userName: string | null;
  readonly roles: readonly string[];
  readonly action: string;
  readonly subjectType: string;
  /** What somebody gave as a reason, where one was asked for. */
  readonly reason: string | null;
  readonly byBreakGlass: boolean;
}

export interface PersonByReference {
  readonly personId: string;
  readonly reference: string;
}

/** Who opened or changed somebody's file: for those who answer for it, and for the person who asks. */
@Injectable()
export class Openings {
  constructor(
    private readonly persons: PersonsRepository,
    private readonly trail: AuditTrail,
    private readonly users: Users,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** By the whole reference, as the person tells it; nobody learns a name. @throws PERSON_NOT_FOUND */
  async find(viewer: Viewer, typed: string): Promise<PersonByReference> {
    const reference = readReference(typed);
    const person = reference ? await this.persons.findByReference(viewer, reference) : null;
    if (!person) {
      throw personNotFound();
    }
    return { personId: person.id, reference: showReference(person.reference) };
  }

  list(viewer: Viewer, personId: string, page: { cursor?: string | undefined; limit: number }): Promise<Page<Opening>> {
    return this.unitOfWork.run(async () => {
      const person = await getPerson(this.persons, viewer, personId);
      const { items, ...cursors } = await this.trail.ofPerson(await this.persons.recordsOf(person.id), page);
      await this.audit.record(viewer, { action: 'openings.opened', subjectType: 'person', subjectId: person.id, personId: person.id, centreId: person.centreId });
      return { ...cursors, items: await this.opened(items) };
    });
  }

  private async opened(entries: readonly TrailEntry[]): Promise<Opening[]> {
    const people = await this.users.known(entries.map(({ viewerId }) => viewerId));
    return entries.map(({ id, at, viewerId, action, subjectType, details }) => ({
      id,
      at: at.toISOString(),
      userName: people.get(viewerId)?.displayName ?? null,
      roles: people.get(viewerId)?.roles ?? [],
      action,
      subjectType,
      reason: typeof details['reason'] === 'string' ? details['reason'] : null,
      byBreakGlass: details['breakGlass'] === true,
    }));
  }
}
