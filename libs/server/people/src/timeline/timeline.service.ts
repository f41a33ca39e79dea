import { Injectable } from '@nestjs/common';
import { can, decodeCursor, FACTS, newId, toPage, UnitOfWork, type Fact, type Page, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { getPerson, PersonsRepository } from '../persons/persons.repository';
import type { TimelineEntry } from './timeline-entry.entity';
import { TimelineRepository } from './timeline.repository';

export interface TimelineFact {
  readonly personId: string;
  readonly centreId: string;
  readonly at: Date;
  /** A translation key whose first part is the room: `training.enrolled`. */
  readonly kind: string;
  /** Who may read it. */
  readonly fact: Fact;
  /** Only what this class of fact may show. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly sourceType: string;
  readonly sourceId: string;
}

export interface TimelineQuery {
  /** First parts of kinds: `training`, `placement`. Empty means all. */
  readonly rooms: readonly string[];
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export type TimelineLine = Pick<TimelineEntry, 'id' | 'kind' | 'sourceType' | 'sourceId'> & { readonly at: string; readonly data: Record<string, unknown> };

/** Everything that happened to somebody, in one list; each line is shown to those who may see its class of fact. */
@Injectable()
export class Timeline {
  constructor(
    private readonly entries: TimelineRepository,
    private readonly persons: PersonsRepository,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Repeated for the same source and kind it is one line. */
  append(line: TimelineFact): Promise<void> {
    return this.entries.add({ id: newId(), ...line, data: { ...line.data } });
  }

  list(viewer: Viewer, personId: string, { rooms, cursor, limit }: TimelineQuery): Promise<Page<TimelineLine>> {
    return this.unitOfWork.run(async () => {
      const person = await getPerson(this.persons, viewer, personId);
      const facts = FACTS.filter((fact) => can(viewer, fact));
      const position = decodeCursor(cursor, 'moment', 'id');
      const records = await this.persons.recordsOf(person.id);
      const rows = await this.entries.list(records, facts, rooms, position, limit + 1);
      await this.audit.record(viewer, { action: 'timeline.opened', subjectType: 'person', subjectId: person.id, personId: person.id, centreId: person.centreId });
      return toPage(rows, limit, position, ({ at, id }) => [at.toISOString(), id], present);
    });
  }
}

const present = ({ id, at, kind, data, sourceType, sourceId }: TimelineEntry): TimelineLine => ({
  id, at: at.toISOString(), kind, data: data as Record<string, unknown>, sourceType, sourceId,
});
