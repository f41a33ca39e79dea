import { Injectable } from '@nestjs/common';
import { Clock, newId, UnitOfWork, type Viewer } from '@sampan/kernel';
import { AuditEntry } from './audit-entry.entity';

export interface Deed {
  /** `<noun>.<past participle>`, such as `enrolment.withdrawn` or `person.opened`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly personId?: string | null;
  readonly centreId?: string | null;
  /** No personal data: field names, codes, counts, and the reason somebody gave for opening a level-3 section. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Records deeds. Call it inside the unit of work of the deed, so that there is never one without the other. */
@Injectable()
export class Audit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async record(viewer: Viewer, deed: Deed): Promise<void> {
    await this.unitOfWork.manager.insert(AuditEntry, {
      id: newId(),
      at: this.clock.now(),
      viewerId: viewer.userId,
      action: deed.action,
      subjectType: deed.subjectType,
      subjectId: deed.subjectId,
      personId: deed.personId ?? null,
      centreId: deed.centreId ?? null,
      requestId: viewer.requestId ?? null,
      details: { ...deed.details },
    });
  }
}
