import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage, UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import type { SelectQueryBuilder } from 'typeorm';
import { Case } from './case.entity';
import type { CaseQuery } from './case.dto';

const DEFAULT_LIMIT = 25;

/** The columns of a line in a list; free text is read only when a case is opened. */
export type CaseLine = Pick<Case, 'id' | 'number' | 'personId' | 'centreId' | 'stage' | 'ownerId' | 'openedAt'>;

@Injectable()
export class CasesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<Case | null> {
    return this.within(viewer).andWhere('c.id = :id', { id }).getOne();
  }

  /** Locks the row: what is recorded and the stage derived from it are written by one at a time. */
  findForChange(viewer: Viewer, id: string): Promise<Case | null> {
    return this.within(viewer).andWhere('c.id = :id', { id }).setLock('pessimistic_write', undefined, ['c']).getOne();
  }

  /** Whoever the viewer is: for rules that hold for the whole organisation, never for showing. */
  findOpenOf(organisationId: string, personId: string): Promise<Case | null> {
    return this.unitOfWork.manager
      .createQueryBuilder(Case, 'c')
      .where('c.organisation_id = :organisationId AND c.person_id = :personId', { organisationId, personId })
      .andWhere(OPEN)
      .getOne();
  }

  findAnyones(id: string): Promise<Case | null> {
    return this.unitOfWork.manager.findOneBy(Case, { id });
  }

  numberIsTaken(number: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(Case, { number });
  }

  /** `records`: those of the person whose cases are asked for. */
  async list(viewer: Viewer, query: CaseQuery, records: readonly string[]): Promise<Page<CaseLine>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const position = decodeCursor(query.cursor);
    const backwards = position?.direction === 'previous';
    const lines = this.within(viewer)
      .select(LINE)
      .orderBy('c.openedAt', backwards ? 'ASC' : 'DESC')
      .addOrderBy('c.id', backwards ? 'ASC' : 'DESC')
      .take(limit + 1);
    narrow(lines, viewer, query, records);
    if (position) {
      const [openedAt, id] = position.key;
      lines.andWhere(`(c.opened_at, c.id) ${backwards ? '>' : '<'} (:openedAt, :afterId)`, { openedAt, afterId: id });
    }
    return toPage(
      await lines.getMany(),
      limit,
      position,
      (line) => [line.openedAt.toISOString(), line.id],
      (line) => line,
    );
  }

  /** Open cases that nobody owns, oldest first. */
  listUnassigned(viewer: Viewer, most: number): Promise<CaseLine[]> {
    return this.within(viewer)
      .select(LINE)
      .andWhere('c.owner_id IS NULL')
      .andWhere(OPEN)
      .orderBy('c.openedAt', 'ASC')
      .take(most)
      .getMany();
  }

  listByIds(viewer: Viewer, ids: readonly string[]): Promise<CaseLine[]> {
    return this.within(viewer)
      .select(LINE)
      .andWhere('c.id = ANY(:ids)', { ids: [...ids] })
      .getMany();
  }

  /** The open case of each of these people, if there is one. */
  async openCaseIds(viewer: Viewer, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.within(viewer)
      .select(['c.id', 'c.personId'])
      .andWhere('c.person_id = ANY(:personIds)', { personIds: [...personIds] })
      .andWhere(OPEN)
      .getMany();
    return new Map(rows.map(({ personId, id }) => [personId, id]));
  }

  /** How many open cases each worker owns. */
  async countOpenByOwner(viewer: Viewer): Promise<ReadonlyMap<string, number>> {
    const rows = await this.within(viewer)
      .select('c.owner_id', 'worker')
      .addSelect('count(*)::int', 'open')
      .andWhere('c.owner_id IS NOT NULL')
      .andWhere(OPEN)
      .groupBy('c.owner_id')
      .getRawMany<{ worker: string; open: number }>();
    return new Map(rows.map(({ worker, open }) => [worker, open]));
  }

  /** False when somebody else has opened a case of this person at the same moment. */
  async add(file: Omit<Case, 'version'>): Promise<boolean> {
    const { raw } = await this.unitOfWork.manager
      .createQueryBuilder()
      .insert()
      .into(Case)
      .values(file)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async save(file: Case): Promise<Case> {
    return this.unitOfWork.manager.save(Case, file);
  }

  private within(viewer: Viewer): SelectQueryBuilder<Case> {
    const cases = this.unitOfWork.manager.createQueryBuilder(Case, 'c').where('TRUE');
    limitToReach(cases, viewer, { centre: 'c.centreId', person: 'c.personId' });
    return cases;
  }
}

const LINE = ['c.id', 'c.number', 'c.personId', 'c.centreId', 'c.stage', 'c.ownerId', 'c.openedAt'];
const OPEN = `c.stage NOT IN ('closed', 'rejected')`;

const narrow = (
  lines: SelectQueryBuilder<Case>,
  viewer: Viewer,
  query: CaseQuery,
  records: readonly string[],
): void => {
  if (query.stage) {
    lines.andWhere('c.stage = :stage', { stage: query.stage });
  }
  if (query.personId) {
    lines.andWhere('c.person_id = ANY(:records)', { records: [...records] });
  }
  if (query.open === true) {
    lines.andWhere(OPEN);
  }
  if (query.owner === 'mine') {
    lines.andWhere('c.owner_id = :mine', { mine: viewer.userId });
  }
  if (query.owner === 'nobody') {
    lines.andWhere('c.owner_id IS NULL');
  }
};
