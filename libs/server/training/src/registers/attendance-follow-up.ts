import { Injectable } from '@nestjs/common';
import { Clock, Events } from '@sampan/kernel';
import { Timeline } from '@sampan/people';
import type { Enrolment } from '../enrolments/enrolment.entity';
import { firstAttendedOn, isOpen, stateAfterMarks } from '../enrolments/enrolment.rules';
import { EnrolmentsRepository, type EnrolmentChange } from '../enrolments/enrolments.repository';
import { consecutiveMissedNow, runOfMissed, seemsToHaveLeft } from '../enrolments/left-early.rules';
import type { SessionWithCohort } from '../sessions/sessions.repository';
import type { AttendanceRecord } from './attendance-record.entity';
import { SessionMissed } from './register.events';
import { RegistersRepository, type PastMark } from './registers.repository';

/** What marks mean for the trainee: who has entered, who is slipping away, and the news of a missed session. */
@Injectable()
export class AttendanceFollowUp {
  constructor(
    private readonly registers: RegistersRepository,
    private readonly enrolments: EnrolmentsRepository,
    private readonly timeline: Timeline,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** @param touched enrolments whose mark was made or changed, locked by the caller */
  async follow(session: SessionWithCohort, touched: readonly Enrolment[], today: string): Promise<void> {
    const records = await this.registers.recordsOf([session.id]);
    const history = await this.registers.historyOf(touched.map(({ id }) => id));
    const announced: string[] = [];
    for (const enrolment of touched) {
      const marks = history.filter(({ enrolmentId }) => enrolmentId === enrolment.id);
      await this.bringUpToDate(enrolment, marks, session, today);
      const record = records.find(({ enrolmentId }) => enrolmentId === enrolment.id);
      if (record && (await this.announceMissed(enrolment, record, marks, session))) {
        announced.push(record.id);
      }
    }
    await this.registers.rememberAnnounced(announced);
  }

  private async bringUpToDate(enrolment: Enrolment, marks: readonly PastMark[], session: SessionWithCohort, today: string): Promise<void> {
    const enteredOn = firstAttendedOn(
      enrolment.enteredOn,
      marks.map(({ sessionOn, presence }) => ({ sessionOn, attended: presence === 'attended' })),
    );
    const consecutiveMissed = consecutiveMissedNow(marks);
    const left = isOpen(enrolment.state) && seemsToHaveLeft(consecutiveMissed, session.cohort.programmeVersion.missedSessionsUntilLeftEarly);
    const change: EnrolmentChange = {
      enteredOn,
      consecutiveMissed,
      state: stateAfterMarks(enrolment.state, enteredOn),
      leftEarlySuspectedOn: left ? (enrolment.leftEarlySuspectedOn ?? today) : null,
    };
    if (Object.entries(change).every(([field, value]) => enrolment[field as keyof Enrolment] === value)) {
      return;
    }
    await this.enrolments.change(enrolment.id, change);
    if (enteredOn !== null && enrolment.enteredOn === null) {
      await this.tell(enrolment, 'training.started', { on: enteredOn });
    }
    if (left && enrolment.leftEarlySuspectedOn === null) {
      await this.tell(enrolment, 'training.seems-to-have-left', { missed: consecutiveMissed });
    }
  }

  /** Once for a trainee and session: a register that is corrected twice is not two absences. */
  private async announceMissed(enrolment: Enrolment, record: AttendanceRecord, marks: readonly PastMark[], session: SessionWithCohort): Promise<boolean> {
    const consecutive = runOfMissed(marks, session.id);
    if (consecutive === 0 || record.missedAnnounced) {
      return false;
    }
    await this.events.announce(new SessionMissed(enrolment.personId, enrolment.centreId, enrolment.id, session.id, session.sessionOn, consecutive));
    return true;
  }

  private tell({ id, personId, centreId }: Enrolment, kind: string, data: Record<string, unknown>): Promise<void> {
    return this.timeline.append({ personId, centreId, at: this.clock.now(), kind, fact: 'fact.identity', data, sourceType: 'enrolment', sourceId: id });
  }
}
