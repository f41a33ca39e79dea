import { Injectable } from '@nestjs/common';
import { Bell, Clock, Remembered, UnitOfWork } from '@sampan/kernel';
import { Not } from 'typeorm';
import { Session } from './session.entity';

export type SessionWithUser = Session & { user: NonNullable<Session['user']> };

@Injectable()
export class SessionsRepository {
  /** Every request asks whose session it is. A sign-out, a lock, another role or a deactivation rings in all processes. */
  private readonly recent: Remembered<SessionWithUser>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    bell: Bell,
    clock: Clock,
  ) {
    this.recent = new Remembered('sessions', ['session', 'app_user'], bell, clock);
  }

  async add(session: Omit<Session, 'user'>): Promise<void> {
    await this.unitOfWork.manager.insert(Session, session);
  }

  findByTokenHash(tokenHash: string): Promise<SessionWithUser | null> {
    return this.recent.get(tokenHash, () => this.read(tokenHash));
  }

  private read(tokenHash: string): Promise<SessionWithUser | null> {
    return this.unitOfWork.manager.findOne(Session, { where: { tokenHash, user: { active: true } }, relations: { user: true } }) as Promise<SessionWithUser | null>;
  }

  async change(id: string, change: Partial<Pick<Session, 'lastUsedAt' | 'lockedAt' | 'secondStep'>>): Promise<void> {
    await this.unitOfWork.manager
      .createQueryBuilder()
      .update(Session)
      .set(change)
      .where('id = :id', { id })
      .execute();
  }

  async remove(tokenHash: string): Promise<void> {
    await this.unitOfWork.manager.delete(Session, { tokenHash });
  }

  listOf(userId: string): Promise<Session[]> {
    return this.unitOfWork.manager.find(Session, { where: { userId }, order: { lastUsedAt: 'DESC', id: 'DESC' }, take: 100 });
  }

  async removeOne(userId: string, id: string): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.delete(Session, { userId, id });
    return affected === 1;
  }

  async removeOthersOf(userId: string, id: string): Promise<void> {
    await this.unitOfWork.manager.delete(Session, { userId, id: Not(id) });
  }

  async removeAllOf(userId: string): Promise<void> {
    await this.unitOfWork.manager.delete(Session, { userId });
  }

  async removeEnded(now: Date): Promise<void> {
    await this.unitOfWork.manager.createQueryBuilder().delete().from(Session).where('ends_at <= :now', { now }).execute();
  }
}
