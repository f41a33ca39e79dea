import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, PreparedSql, toPage, UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach, reachSql } from '@sampan/people';
import { Audit } from '@sampan/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { Case } from './case.entity';
import type { CaseQuery } from './case.dto';

const DEFAULT_LIMIT = 25;

/** The columns of a line in a list; free text is read only when a case is opened. */
export type CaseLine = Pick<Case, 'id' | 'number' | 'personId' | 'centreId' | 'stage' | 'ownerId' | 'openedAt'>;

@Injectable()
export class CasesRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: PreparedSql,
    private readonly audit: Audit,
  ) {}

  /** Reads a case and notes in the same statement that it was read. */
  async open(viewer: Viewer, id: string): Promise<Case | null> {
    const reach = reachSql(viewer, REACH, 2);
    const note = this.audit.noteSql(
      viewer,
      { action: 'case.opened', subjectType: 'case', from: 'file', subject: 'file.id', person: 'file."personId"', centre: 'file."centreId"' },
      2 + reach.parameters.length,
    );
    const [file] = await this.sql.rows<Case>(
      `WITH file AS (SELECT ${WHOLE_CASE} FROM case_file c WHERE c.id = $1 AND ${reach.sql}), note AS (${note.sql}) SELECT * FROM file`,
      [id, ...reach.parameters, ...note.parameters],
    );
    return file ?? null;
  }

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
    const position = decodeCursor(query.cursor, 'moment', 'id');
    const reach = reachSql(viewer, REACH, 1);
    const values: unknown[] = [...reach.parameters];
    const given = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [reach.sql, ...narrow(viewer, query, records, given)];
    const backwards = position?.direction === 'previous';
    if (position) {
      const [openedAt, id] = position.key;
      conditions.push(`(c.opened_at, c.id) ${backwards ? '>' : '<'} (${given(openedAt)}::timestamptz, ${given(id)}::uuid)`);
    }
    const order = backwards ? 'ASC' : 'DESC';
    const lines = await this.sql.rows<CaseLine>(
      `SELECT ${CASE_LINE} FROM case_file c WHERE ${conditions.join(' AND ')} ORDER BY c.opened_at ${order}, c.id ${order} LIMIT ${limit + 1}`,
      values,
    );
    return toPage(
      lines,
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

const REACH = { centre: 'c.centre_id', person: 'c.person_id' };
const CASE_LINE = 'c.id, c.number, c.person_id AS "personId", c.centre_id AS "centreId", c.stage, c.owner_id AS "ownerId", c.opened_at AS "openedAt"';
const WHOLE_CASE = `${CASE_LINE}, c.organisation_id AS "organisationId", c.source, c.flag_id AS "flagId", c.presenting_issue AS "presentingIssue",
  c.urgent_concern AS "urgentConcern", c.opened_by AS "openedBy", c.intake_recorded_at AS "intakeRecordedAt", c.assessed_at AS "assessedAt",
  c.plan_agreed_at AS "planAgreedAt", c.plan_agreed_on::text AS "planAgreedOn", c.plan_agreed_with AS "planAgreedWith",
  c.closure_requested_at AS "closureRequestedAt", c.closure_reason AS "closureReason", c.closure_outcome AS "closureOutcome", c.closed_at AS "closedAt",
  c.reopened_at AS "reopenedAt", c.reopening_reason AS "reopeningReason", c.rejected_at AS "rejectedAt", c.rejection_reason AS "rejectionReason", c.version`;

const narrow = (viewer: Viewer, query: CaseQuery, records: readonly string[], given: (value: unknown) => string): string[] => [
  ...(query.stage ? [`c.stage = ${given(query.stage)}`] : []),
  ...(query.personId ? [`c.person_id = ANY(${given([...records])})`] : []),
  ...(query.open === true ? [OPEN] : []),
  ...(query.owner === 'mine' ? [`c.owner_id = ${given(viewer.userId)}`] : []),
  ...(query.owner === 'nobody' ? ['c.owner_id IS NULL'] : []),
];
