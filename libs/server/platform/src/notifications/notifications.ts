import { Injectable } from '@nestjs/common';
import { Clock, newId, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Notification } from './notification.entity';

/** What a notification may say: a kind and a record to open. Never a name, and never why. */
export interface News {
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

@Injectable()
export class Notifications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async notify(userIds: readonly string[], news: News): Promise<void> {
    const createdAt = this.clock.now();
    await this.unitOfWork.manager.insert(
      Notification,
      userIds.map((userId) => ({ id: newId(), userId, ...news, createdAt, readAt: null })),
    );
  }

  list(viewer: Viewer): Promise<Notification[]> {
    return this.unitOfWork.manager.find(Notification, { where: { userId: viewer.userId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 50 });
  }

  async markAllRead(viewer: Viewer): Promise<void> {
    await this.unitOfWork.manager
      .createQueryBuilder()
      .update(Notification)
      .set({ readAt: this.clock.now() })
      .where('user_id = :userId AND read_at IS NULL', { userId: viewer.userId })
      .execute();
  }
}
