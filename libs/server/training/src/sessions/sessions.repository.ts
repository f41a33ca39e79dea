import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { In, MoreThanOrEqual, type SelectQueryBuilder } from 'typeorm';
import type { CohortWithProgramme } from '../cohorts/cohorts.repository';
import { OPEN_ENROLMENT_STATES } from '../enrolments/enrolment.rules';
import type { OtherSession, SessionOccupancy } from './session.rules';
import { TrainingSession } from './training-session.entity';

const MOST_MISSING_REGISTERS = 200;

export type SessionWithCohort = TrainingSession & { readonly cohort: CohortWithProgramme };
type NewSession = Omit<TrainingSession, 'cohort' | 'version' | 'registerTakenAt' | 'registerTakenBy'>;
export type SessionChange = Partial<Pick<TrainingSession, 'state' | 'registerTakenAt' | 'registerTakenBy'>>;

@Injectable()
export class SessionsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<SessionWithCohort | null> {
    return this.within(viewer).andWhere('session.id = :id', { id }).getOne() as Promise<SessionWithCohort | null>;
  }

  findToChange(viewer: Viewer, id: string): Promise<SessionWithCohort | null> {
    return this.within(viewer)
      .andWhere('session.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['session'])
      .getOne() as Promise<SessionWithCohort | null>;
  }

  ofCohort(viewer: Viewer, cohortId: string): Promise<SessionWithCohort[]> {
    return this.inOrder(this.within(viewer).andWhere('session.cohortId = :cohortId', { cohortId }));
  }

  /** @param days which day it is (or is asked for) at each centre */
  onDays(viewer: Viewer, days: ReadonlyMap<string, string>): Promise<SessionWithCohort[]> {
    return this.inOrder(this.within(viewer).andWhere(`(session.centreId, session.sessionOn) IN ${pairs}`, inPairs(days)));
  }

  /** Oldest first, because the oldest is the hardest to remember. */
  withoutRegister(viewer: Viewer, days: ReadonlyMap<string, string>): Promise<SessionWithCohort[]> {
    return this.inOrder(
      this.within(viewer)
        .andWhere(`session.state = 'scheduled' AND session.sessionOn < (SELECT day FROM ${today} WHERE centre_id = session.centreId)`, inPairs(days))
        .limit(MOST_MISSING_REGISTERS),
    );
  }

  ofMonth(viewer: Viewer, cohortId: string, month: string): Promise<SessionWithCohort[]> {
    return this.inOrder(
      this.within(viewer)
        .andWhere('session.cohortId = :cohortId', { cohortId })
        .andWhere(`session.state <> 'cancelled'`)
        .andWhere(`to_char(session.sessionOn, 'YYYY-MM') = :month`, { month }),
    );
  }

  plannedFrom(cohortIds: readonly string[], from: string): Promise<TrainingSession[]> {
    return this.unitOfWork.manager.findBy(TrainingSession, {
      cohortId: In([...cohortIds]),
      state: 'scheduled',
      sessionOn: MoreThanOrEqual(from),
    });
  }

  /** What the new sessions of a cohort could clash with: everything at the centre, and whatever its trainees attend there. */
  others(centreId: string, cohortId: string, from: string, until: string): Promise<OtherSession[]> {
    return this.unitOfWork.manager.query(
      `SELECT session.session_on::text AS "sessionOn", session.starts_at AS "startsAt", session.ends_at AS "endsAt",
              session.room, session.instructor_id AS "instructorId", session.cohort_id = $2 AS "sameCohort",
              EXISTS (SELECT FROM enrolment mine
                        JOIN enrolment theirs ON theirs.person_id = mine.person_id AND theirs.cohort_id = session.cohort_id AND theirs.state = ANY($5)
                       WHERE mine.cohort_id = $2 AND mine.state = ANY($5)) AS "sharesTrainee"
         FROM training_session session
        WHERE session.centre_id = $1 AND session.session_on BETWEEN $3 AND $4 AND session.state <> 'cancelled'`,
      [centreId, cohortId, from, until, [...OPEN_ENROLMENT_STATES]],
    );
  }

  /** One timetable change at a time for a centre, so that two cannot both book a room. Ends with the transaction. */
  async lockTimetable(centreId: string): Promise<void> {
    await this.unitOfWork.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [centreId]);
  }

  async add(sessions: readonly (NewSession & SessionOccupancy)[]): Promise<void> {
    await this.unitOfWork.manager.insert(TrainingSession, [...sessions]);
  }

  async change(id: string, change: SessionChange): Promise<void> {
    await this.unitOfWork.manager.update(TrainingSession, { id }, change);
  }

  private inOrder(query: SelectQueryBuilder<TrainingSession>): Promise<SessionWithCohort[]> {
    return query
      .orderBy('session.sessionOn')
      .addOrderBy('session.startsAt')
      .addOrderBy('session.id')
      .getMany() as Promise<SessionWithCohort[]>;
  }

  private within(viewer: Viewer): SelectQueryBuilder<TrainingSession> {
    return this.unitOfWork.manager
      .createQueryBuilder(TrainingSession, 'session')
      .innerJoinAndSelect('session.cohort', 'cohort')
      .innerJoinAndSelect('cohort.programme', 'programme')
      .innerJoinAndSelect('cohort.programmeVersion', 'programmeVersion')
      .where('session.centreId = ANY(:centreIds)', { centreIds: [...viewer.centreIds] });
  }
}

const today = 'unnest(CAST(:dayCentres AS uuid[]), CAST(:days AS date[])) AS today (centre_id, day)';
const pairs = `(SELECT centre_id, day FROM ${today})`;
const inPairs = (days: ReadonlyMap<string, string>) => ({ dayCentres: [...days.keys()], days: [...days.values()] });
