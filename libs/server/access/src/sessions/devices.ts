import { Injectable } from '@nestjs/common';
import { Audit } from '@sampan/platform';
import { Clock, notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { ApiTokensRepository } from '../api-tokens/api-tokens.repository';
import { UserSupport } from '../users/user-support';
import type { DeviceDto } from './device.dto';
import type { Session } from './session.entity';
import { standingOf } from './session.rules';
import { Sessions } from './sessions';

/** "Where I am signed in", and ending what should not be. */
@Injectable()
export class Devices {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokensRepository,
    private readonly support: UserSupport,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, currentId: string): Promise<DeviceDto[]> {
    const now = this.clock.now();
    const sessions = await this.sessions.listOf(viewer.userId);
    return sessions.filter((session) => standingOf(session, now) !== 'ended').map((session) => present(session, currentId));
  }

  end(viewer: Viewer, id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      if (!(await this.sessions.endOne(viewer.userId, id))) {
        throw notFound('DEVICE_NOT_FOUND', 'The device');
      }
      await this.audit.record(viewer, { action: 'session.ended', subjectType: 'session', subjectId: id });
    });
  }

  endOthers(viewer: Viewer, currentId: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.sessions.endOthersOf(viewer.userId, currentId);
      await this.audit.record(viewer, { action: 'session.others-ended', subjectType: 'user', subjectId: viewer.userId });
    });
  }

  /** For a colleague whose device or password is in wrong hands: their API tokens end with their sessions. */
  endAllOf(viewer: Viewer, userId: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const user = await this.support.get(viewer, userId);
      await this.sessions.endAllOf(user.id);
      const tokens = await this.tokens.revokeAllOf(user.id, this.clock.now());
      await this.audit.record(viewer, { action: 'session.ended-by-administrator', subjectType: 'user', subjectId: user.id, details: { tokens } });
    });
  }
}

const present = (session: Session, currentId: string): DeviceDto => ({
  id: session.id,
  browser: session.browser,
  system: session.system,
  address: session.address,
  firstSeenAt: session.createdAt.toISOString(),
  lastSeenAt: session.lastUsedAt.toISOString(),
  current: session.id === currentId,
  locked: session.lockedAt !== null,
});
