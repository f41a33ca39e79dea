import { Injectable } from '@nestjs/common';
import type { HandOver, HeldWork } from '@sampan/access';
import { ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { overlap } from './session.rules';
import { TrainingSession } from './training-session.entity';

/** The sessions that somebody is to hold, when somebody else takes over. Without a viewer's limits: a leaver's sessions go, wherever they are. */
@Injectable()
export class SessionsInHand {
  constructor(
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async held(userId: string): Promise<HeldWork[]> {
    const counts = new Map<string, number>();
    for (const { centreId } of await this.planned(userId)) {
      counts.set(centreId, (counts.get(centreId) ?? 0) + 1);
    }
    return [...counts].map(([centreId, count]) => ({ kind: 'sessions', centreId, count }));
  }

  /** @throws SUCCESSOR_CLASHES: nobody holds two sessions at once */
  handOver(viewer: Viewer, { from, to }: HandOver): Promise<void> {
    return this.unitOfWork.run(async () => {
      const [sessions, others] = [await this.planned(from), await this.planned(to)];
      const clashes = sessions.filter((session) => others.some((other) => overlap(session, other))).length;
      if (clashes > 0) {
        throw ruleBroken('SUCCESSOR_CLASHES', 'The successor holds other sessions at the same time.', { clashes });
      }
      for (const session of sessions) {
        await this.unitOfWork.manager.update(TrainingSession, { id: session.id }, { instructorId: to });
        await this.audit.record(viewer, { action: 'session.handed-over', subjectType: 'session', subjectId: session.id, centreId: session.centreId, details: { from, to } });
      }
    });
  }

  private planned(instructorId: string): Promise<TrainingSession[]> {
    return this.unitOfWork.manager.find(TrainingSession, { where: { instructorId, state: 'scheduled' }, order: { id: 'ASC' } });
  }
}
