import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import type { CohortWithProgramme } from '../cohorts/cohorts.repository';
import type { EnrolmentQuery } from './enrolment.dto';
import { Enrolment } from './enrolment.entity';
import { OPEN_ENROLMENT_STATES } from './enrolment.rules';

const PAGE_SIZE = 25;

export type EnrolmentWithCohort = Enrolment & { readonly cohort: CohortWithProgramme };
type NewEnrolment = Pick<Enrolment, 'id' | 'personId' | 'centreId' | 'cohortId' | 'state' | 'registeredOn' | 'createdAt'>;
export type EnrolmentChange = Partial<Omit<Enrolment, 'id' | 'personId' | 'centreId' | 'cohortId' | 'cohort' | 'person' | 'version'>>;

export interface AttendanceTotals {
  readonly sessionsDue: number;
  readonly registersTaken: number;
  readonly attended: number;
  readonly lastSessionOn: string | null;
  readonly lastAttendedOn: string | null;
}

@Injectable()
export class EnrolmentsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<EnrolmentWithCohort | null> {
    return this.within(viewer).andWhere('enrolment.id = :id', { id }).getOne() as Promise<EnrolmentWithCohort | null>;
  }

  findToChange(viewer: Viewer, id: string): Promise<EnrolmentWithCohort | null> {
    return this.within(viewer)
      .andWhere('enrolment.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['enrolment'])
      .getOne() as Promise<EnrolmentWithCohort | null>;
  }

  ofCohort(viewer: Viewer, cohortId: string): Promise<EnrolmentWithCohort[]> {
    return this.within(viewer).andWhere('enrolment.cohortId = :cohortId', { cohortId }).getMany() as Promise<EnrolmentWithCohort[]>;
  }

  /** Locked in one order, so that two registers of a cohort count absences one after the other. */
  lockOfCohort(cohortId: string): Promise<Enrolment[]> {
    return this.unitOfWork.manager.find(Enrolment, { where: { cohortId }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  openOfCohort(cohortId: string): Promise<Enrolment[]> {
    return this.unitOfWork.manager.findBy(Enrolment, { cohortId, state: In([...OPEN_ENROLMENT_STATES]) });
  }

  openOfPerson(personId: string): Promise<Enrolment[]> {
    return this.unitOfWork.manager.findBy(Enrolment, { personId, state: In([...OPEN_ENROLMENT_STATES]) });
  }

  /** Latest first. `records`: those of the person whose enrolments are asked for. */
  async list(viewer: Viewer, { cursor, limit = PAGE_SIZE, personId, waitingFor }: EnrolmentQuery, records: readonly string[]): Promise<Page<EnrolmentWithCohort>> {
    const position = decodeCursor(cursor, 'day', 'id');
    const back = position?.direction === 'previous';
    const query = this.within(viewer)
      .orderBy('enrolment.registeredOn', back ? 'ASC' : 'DESC')
      .addOrderBy('enrolment.id', back ? 'ASC' : 'DESC')
      .limit(limit + 1);
    if (personId) {
      query.andWhere('enrolment.personId = ANY(:records)', { records: [...records] });
    }
    if (waitingFor) {
      query.andWhere('enrolment.leftEarlySuspectedOn IS NOT NULL AND enrolment.exitedOn IS NULL');
    }
    if (position) {
      const [registeredOn, lastId] = position.key;
      query.andWhere(
        new Brackets((where) =>
          where
            .where(`enrolment.registeredOn ${back ? '>' : '<'} :registeredOn`, { registeredOn })
            .orWhere(`enrolment.registeredOn = :registeredOn AND enrolment.id ${back ? '>' : '<'} :lastId`, { lastId }),
        ),
      );
    }
    const rows = (await query.getMany()) as EnrolmentWithCohort[];
    return toPage(rows, limit, position, (row) => [row.registeredOn, row.id], (row) => row);
  }

  /** One enrolment at a time for a person, so that two overlapping ones cannot be made at once. Ends with the transaction. */
  async lockPerson(personId: string): Promise<void> {
    await this.unitOfWork.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 6))', [personId]);
  }

  async add(enrolment: NewEnrolment): Promise<void> {
    await this.unitOfWork.manager.insert(Enrolment, enrolment);
  }

  async change(id: string, change: EnrolmentChange): Promise<void> {
    await this.unitOfWork.manager.update(Enrolment, { id }, change);
  }

  /** Over the sessions for which the trainee was enrolled or marked; a session without a mark of this trainee has no register taken for them. */
  async attendanceOf({ id, cohortId, registeredOn, exitedOn }: Enrolment): Promise<AttendanceTotals> {
    const [totals] = (await this.unitOfWork.manager.query(
      `SELECT count(*)::int AS "sessionsDue", count(record.id)::int AS "registersTaken",
              (count(*) FILTER (WHERE code.counts_as_present))::int AS attended,
              max(session.session_on)::text AS "lastSessionOn",
              (max(session.session_on) FILTER (WHERE code.counts_as_present))::text AS "lastAttendedOn"
         FROM training_session session
         LEFT JOIN attendance_record record ON record.session_id = session.id AND record.enrolment_id = $1
         LEFT JOIN attendance_code code ON code.code = record.code
        WHERE session.cohort_id = $2 AND session.state <> 'cancelled'
          AND (record.id IS NOT NULL OR (session.session_on >= $3 AND ($4::date IS NULL OR session.session_on <= $4)))`,
      [id, cohortId, registeredOn, exitedOn],
    )) as [AttendanceTotals];
    return totals;
  }

  private within(viewer: Viewer): SelectQueryBuilder<Enrolment> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Enrolment, 'enrolment')
      .innerJoinAndSelect('enrolment.cohort', 'cohort')
      .innerJoinAndSelect('cohort.programme', 'programme')
      .innerJoinAndSelect('cohort.programmeVersion', 'programmeVersion');
    return limitToReach(query, viewer, { centre: 'enrolment.centreId', person: 'enrolment.personId' });
  }
}
