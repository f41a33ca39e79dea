import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { In } from 'typeorm';
import type { DatedPresence } from '../enrolments/left-early.rules';
import { AttendanceCode } from './attendance-code.entity';
import { AttendanceRecord } from './attendance-record.entity';
import { presenceOf } from './register.rules';

/** A mark with its day, as the history of a trainee is read. */
export interface PastMark extends DatedPresence {
  readonly enrolmentId: string;
  readonly sessionOn: string;
}

/** Marks are reached through their session or enrolment, which the viewer has been checked for. */
@Injectable()
export class RegistersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  codes(): Promise<AttendanceCode[]> {
    return this.unitOfWork.manager.find(AttendanceCode, { order: { position: 'ASC' } });
  }

  recordsOf(sessionIds: readonly string[]): Promise<AttendanceRecord[]> {
    return this.unitOfWork.manager.findBy(AttendanceRecord, { sessionId: In([...sessionIds]) });
  }

  async add(records: readonly Omit<AttendanceRecord, 'session' | 'enrolment' | 'attendanceCode'>[]): Promise<void> {
    if (records.length > 0) {
      await this.unitOfWork.manager.insert(AttendanceRecord, [...records]);
    }
  }

  async correct(ids: readonly string[], change: Pick<AttendanceRecord, 'code' | 'markedBy' | 'markedAt'>): Promise<void> {
    await this.unitOfWork.manager.update(AttendanceRecord, { id: In([...ids]) }, change);
  }

  async rememberAnnounced(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) {
      await this.unitOfWork.manager.update(AttendanceRecord, { id: In([...ids]) }, { missedAnnounced: true });
    }
  }

  /** All marks of some trainees, oldest session first. */
  async historyOf(enrolmentIds: readonly string[]): Promise<PastMark[]> {
    const rows = (await this.unitOfWork.manager.query(
      `SELECT record.enrolment_id AS "enrolmentId", record.session_id AS "sessionId", session.session_on::text AS "sessionOn",
              code.code, code.counts_as_present AS "countsAsPresent", code.counts_as_missed AS "countsAsMissed"
         FROM attendance_record record
         JOIN training_session session ON session.id = record.session_id
         JOIN attendance_code code ON code.code = record.code
        WHERE record.enrolment_id = ANY($1)
        ORDER BY session.session_on, session.starts_at, session.id`,
      [[...enrolmentIds]],
    )) as { enrolmentId: string; sessionId: string; sessionOn: string; code: string; countsAsPresent: boolean; countsAsMissed: boolean }[];
    return rows.map(({ enrolmentId, sessionId, sessionOn, ...code }) => ({ enrolmentId, sessionId, sessionOn, presence: presenceOf(code) }));
  }
}
