import { Injectable } from '@nestjs/common';
import { PreparedSql, UnitOfWork, type Viewer } from '@sampan/kernel';
import { ArrayOverlap, In } from 'typeorm';
import { User } from './user.entity';

@Injectable()
export class UsersRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: PreparedSql,
  ) {}

  async add(user: Omit<User, 'version'>): Promise<void> {
    await this.unitOfWork.manager.insert(User, user);
  }

  findByEmail(email: string): Promise<User | null> {
    return this.unitOfWork.manager.findOneBy(User, { email: email.toLowerCase() });
  }

  /** Somebody who is signed in: the session points to them. */
  get(id: string): Promise<User> {
    return this.unitOfWork.manager.findOneByOrFail(User, { id });
  }

  findById(id: string): Promise<User | null> {
    return this.unitOfWork.manager.findOneBy(User, { id });
  }

  /** Colleagues at the viewer's centres, and those who oversee them. */
  listColleagues(viewer: Viewer): Promise<User[]> {
    return this.unitOfWork.manager.find(User, {
      where: { centreId: In([...viewer.centreIds]), active: true },
      order: { displayName: 'ASC', id: 'ASC' },
      take: 500,
    });
  }

  findColleague(viewer: Viewer, id: string): Promise<User | null> {
    return this.unitOfWork.manager.findOneBy(User, { id, centreId: In([...viewer.centreIds]), active: true });
  }

  async changeSecondFactor(id: string, secondFactorSince: Date | null): Promise<void> {
    await this.unitOfWork.manager.update(User, { id }, { secondFactorSince });
  }

  listByIds(ids: readonly string[]): Promise<User[]> {
    return this.unitOfWork.manager.findBy(User, { id: In([...ids]) });
  }

  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows =
      ids.length === 0 ? [] : await this.sql.rows<{ id: string; displayName: string }>('SELECT id, display_name AS "displayName" FROM app_user WHERE id = ANY($1)', [[...ids]]);
    return new Map(rows.map(({ id, displayName }) => [id, displayName]));
  }

  listWithRoles(roles: readonly string[]): Promise<User[]> {
    return this.unitOfWork.manager.findBy(User, { roles: ArrayOverlap([...roles]) as never, active: true });
  }

  async changePassword(id: string, passwordHash: string): Promise<void> {
    await this.unitOfWork.manager.update(User, { id }, { passwordHash });
  }

  async changeLocale(id: string, locale: string): Promise<void> {
    await this.unitOfWork.manager.update(User, { id }, { locale });
  }
}
