import { Injectable } from '@nestjs/common';
import type { HandOver, HeldWork } from '@sampan/access';
import { Clock, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { Not } from 'typeorm';
import { ConcernsRepository } from './concerns.repository';
import { LabourConcern } from './labour-concern.entity';

/** The labour concerns that somebody handles, when somebody else takes over. Without a viewer's limits: a leaver's concerns go, wherever they are. */
@Injectable()
export class ConcernsInHand {
  constructor(
    private readonly concerns: ConcernsRepository,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async held(userId: string): Promise<HeldWork[]> {
    const counts = new Map<string, number>();
    for (const { centreId } of await this.open(userId)) {
      counts.set(centreId, (counts.get(centreId) ?? 0) + 1);
    }
    return [...counts].map(([centreId, count]) => ({ kind: 'concerns', centreId, count }));
  }

  /** The successor becomes the named handler, who may see who reported. Says whom the concerns are about, so that they can be seen. */
  handOver(viewer: Viewer, { from, to }: HandOver): Promise<{ personId: string; centreId: string }[]> {
    return this.unitOfWork.run(async () => {
      const concerns = await this.open(from);
      for (const { id, personId, centreId } of concerns) {
        await this.concerns.change(id, { handlerId: to, changedAt: this.clock.now() });
        await this.audit.record(viewer, { action: 'concern.handed-over', subjectType: 'labour-concern', subjectId: id, personId, centreId, details: { from, to } });
      }
      return concerns.map(({ personId, centreId }) => ({ personId, centreId }));
    });
  }

  private open(handlerId: string): Promise<LabourConcern[]> {
    return this.unitOfWork.manager.find(LabourConcern, { where: { handlerId, state: Not('closed') }, order: { id: 'ASC' } });
  }
}
