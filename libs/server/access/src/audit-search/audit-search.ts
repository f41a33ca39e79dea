import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { Audit, AuditTrail, type TrailEntry } from '@sampan/platform';
import { Users } from '../users/users';

export interface AuditQuery {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly doneBy?: string | undefined;
  readonly about?: string | undefined;
  readonly action?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export type NamedEntry = Omit<TrailEntry, 'at' | 'viewerId' | 'requestId'> & { readonly at: string; readonly doneBy: string; readonly doneByName: string | null };

/** The audit with the names of those who did it: users live here, one step above the audit. */
@Injectable()
export class AuditSearch {
  constructor(
    private readonly trail: AuditTrail,
    private readonly users: Users,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Looking is a deed too: each page of a search is written down, with what was asked for: anybody can make a cursor. */
  search(viewer: Viewer, query: AuditQuery): Promise<Page<NamedEntry>> {
    return this.unitOfWork.run(async () => {
      const page = await this.find(viewer, query);
      const { from, until, doneBy, about, action } = query;
      await this.audit.record(viewer, { action: 'audit.searched', subjectType: 'audit', subjectId: null, details: { from, until, doneBy, about, action } });
      return page;
    });
  }

  private async find(viewer: Viewer, { from, until, doneBy, about, action, cursor, limit }: AuditQuery): Promise<Page<NamedEntry>> {
    const moments = { from: from === undefined ? undefined : new Date(from), until: until === undefined ? undefined : new Date(until) };
    const { items, ...page } = await this.trail.search(viewer, { ...moments, viewerId: doneBy, subjectId: about, action }, { cursor, limit });
    const users = await this.users.known(items.map(({ viewerId }) => viewerId));
    return {
      ...page,
      items: items.map(({ id, at, viewerId, action, subjectType, subjectId, personId, centreId, details }) => ({
        id, at: at.toISOString(), doneBy: viewerId, doneByName: users.get(viewerId)?.displayName ?? null, action, subjectType, subjectId, personId, centreId, details,
      })),
    };
  }
}
