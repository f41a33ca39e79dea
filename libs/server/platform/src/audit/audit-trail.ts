import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, UnitOfWork, type Page, type Position, type Viewer } from '@sampan/kernel';
import { AuditEntry } from './audit-entry.entity';

/** What to look for; what is left out does not limit. */
export interface TrailQuery {
  /** With this moment, and before the other one. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly viewerId?: string | undefined;
  readonly subjectId?: string | undefined;
  /** The person's own id and those of records that were merged into it. */
  readonly personIds?: readonly string[] | undefined;
  /** The beginning of an action: `note.` or `person.opened`. */
  readonly action?: string | undefined;
}

export type TrailEntry = Pick<AuditEntry, 'id' | 'at' | 'viewerId' | 'action' | 'subjectType' | 'subjectId' | 'personId' | 'centreId' | 'requestId'> & {
  readonly details: Readonly<Record<string, unknown>>;
};

interface PageOfTrail {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/gu, '\\$&');

/** Reads the audit, newest first. */
@Injectable()
export class AuditTrail {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Entries of the viewer's centres; those of no centre (sign-in, roles, jobs) only for whoever sees everything. */
  search(viewer: Viewer, query: TrailQuery, page: PageOfTrail): Promise<Page<TrailEntry>> {
    return this.page(query, page, viewer.reach === 'all' ? null : viewer.centreIds);
  }

  /** Of a person whom the caller has looked up, wherever the deed was done. */
  ofPerson(personIds: readonly string[], page: PageOfTrail): Promise<Page<TrailEntry>> {
    return this.page({ personIds }, page, null);
  }

  /** How often somebody did something since a moment. */
  count(viewerId: string, action: string, since: Date): Promise<number> {
    return this.unitOfWork.manager
      .createQueryBuilder(AuditEntry, 'e')
      .where('e.viewerId = :viewerId AND e.action = :action AND e.at >= :since', { viewerId, action, since })
      .getCount();
  }

  private async page(query: TrailQuery, { cursor, limit }: PageOfTrail, centreIds: readonly string[] | null): Promise<Page<TrailEntry>> {
    const position = decodeCursor(cursor, 'moment', 'id');
    const rows = await this.rows(query, centreIds, position, limit + 1);
    return toPage(rows, limit, position, ({ at, id }) => [at.toISOString(), id], toTrailEntry);
  }

  private rows({ from, until, viewerId, subjectId, personIds, action }: TrailQuery, centreIds: readonly string[] | null, position: Position | null, limit: number): Promise<AuditEntry[]> {
    const back = position?.direction === 'previous';
    const query = this.unitOfWork.manager
      .createQueryBuilder(AuditEntry, 'e')
      .where('TRUE')
      .orderBy('e.at', back ? 'ASC' : 'DESC')
      .addOrderBy('e.id', back ? 'ASC' : 'DESC')
      .limit(limit);
    const limits: readonly (readonly [unknown, string, Record<string, unknown>])[] = [
      [centreIds, 'e.centreId = ANY(:centreIds)', { centreIds: [...(centreIds ?? [])] }],
      [from, 'e.at >= :from', { from }],
      [until, 'e.at < :until', { until }],
      [viewerId, 'e.viewerId = :viewerId', { viewerId }],
      [subjectId, '(e.subjectId = :subjectId OR e.personId = :subjectId)', { subjectId }],
      [personIds, 'e.personId = ANY(:personIds)', { personIds: [...(personIds ?? [])] }],
      [action, 'e.action LIKE :action', { action: `${escapeLike(action ?? '')}%` }],
    ];
    for (const [wished, condition, parameters] of limits) {
      if (wished) {
        query.andWhere(condition, parameters);
      }
    }
    if (position) {
      const [at, id] = position.key;
      query.andWhere(`(e.at, e.id) ${back ? '>' : '<'} (:lastAt::timestamptz, :lastId::uuid)`, { lastAt: at, lastId: id });
    }
    return query.getMany();
  }
}

const toTrailEntry = ({ id, at, viewerId, action, subjectType, subjectId, personId, centreId, requestId, details }: AuditEntry): TrailEntry => ({
  id, at, viewerId, action, subjectType, subjectId, personId, centreId, requestId, details: details as Record<string, unknown>,
});
