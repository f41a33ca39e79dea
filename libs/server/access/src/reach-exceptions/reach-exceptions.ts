import { Injectable } from '@nestjs/common';
import { can, Clock, PreparedSql, UnitOfWork, type Viewer } from '@sampan/kernel';
import { ReachException } from './reach-exception.entity';

/**
 * One person more for one viewer, for a while. It is asked for at every request and never remembered, so that it ends
 * when it ends; it names a person and no centre, so that nothing else comes along.
 */
@Injectable()
export class ReachExceptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: PreparedSql,
    private readonly clock: Clock,
  ) {}

  /** The viewer with whom they may see by exception. Only those who may break the glass are looked up. */
  async extend(viewer: Viewer): Promise<Viewer> {
    if (!can(viewer, 'person.break-glass')) {
      return viewer;
    }
    const rows = await this.sql.rows<{ personId: string }>(
      'SELECT person_id AS "personId" FROM reach_exception WHERE user_id = $1 AND from_at <= $2 AND until > $2',
      [viewer.userId, this.clock.now()],
    );
    return rows.length === 0 ? viewer : { ...viewer, alsoReaches: rows.map(({ personId }) => personId) };
  }

  /** Inside the caller's unit of work. */
  async allow(exception: ReachException): Promise<void> {
    await this.unitOfWork.manager.insert(ReachException, exception);
  }

  /** From now on; an exception that is over already stays as it was. */
  async end(id: string): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.manager.createQueryBuilder().update(ReachException).set({ until: now }).where('id = :id AND until > :now', { id, now }).execute();
  }
}
