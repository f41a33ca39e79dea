import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, conflict, newId, notFound, ruleBroken, UnitOfWork, whyNotMove, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { CohortsRepository } from '../cohorts/cohorts.repository';
import type { Enrolment } from '../enrolments/enrolment.entity';
import { byName, EnrolmentPresenter } from '../enrolments/enrolment-presenter';
import { EnrolmentsRepository } from '../enrolments/enrolments.repository';
import { SESSION_TRANSITIONS } from '../sessions/session.rules';
import { toSessionDto } from '../sessions/session.dto';
import { SessionsRepository, type SessionWithCohort } from '../sessions/sessions.repository';
import { AttendanceFollowUp } from './attendance-follow-up';
import type { AttendanceCode } from './attendance-code.entity';
import type { AttendanceRecord } from './attendance-record.entity';
import type { AttendanceCodeDto, AttendanceMonthDto, LockRegisterDto, RegisterDto, RegisterLineDto, TakeRegisterDto } from './register.dto';
import { isOnRegister, whyNotTakeRegister, whyNotTheseMarks, type Mark } from './register.rules';
import { RegistersRepository } from './registers.repository';

@Injectable()
export class RegistersService {
  constructor(
    private readonly registers: RegistersRepository,
    private readonly sessions: SessionsRepository,
    private readonly cohorts: CohortsRepository,
    private readonly enrolments: EnrolmentsRepository,
    private readonly present: EnrolmentPresenter,
    private readonly followUp: AttendanceFollowUp,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async get(viewer: Viewer, sessionId: string): Promise<RegisterDto> {
    const session = found(await this.sessions.find(viewer, sessionId));
    const records = await this.registers.recordsOf([sessionId]);
    const codeOf = new Map(records.map(({ enrolmentId, code }) => [enrolmentId, code]));
    const listed = (await this.enrolments.ofCohort(viewer, session.cohortId)).filter((enrolment) =>
      isOnRegister(enrolment, session.sessionOn, codeOf.has(enrolment.id)),
    );
    return {
      session: toSessionDto(session, await this.centres.todayAt(session.centreId)),
      codes: (await this.registers.codes()).map(toCodeDto),
      lines: await this.lines(viewer, listed, codeOf),
    };
  }

  /** Taken and corrected by the same action; what is sent twice has one effect. */
  take(viewer: Viewer, sessionId: string, { version, marks }: TakeRegisterDto): Promise<RegisterDto> {
    return this.unitOfWork.run(async () => {
      const session = found(await this.sessions.findToChange(viewer, sessionId));
      const today = await this.centres.todayAt(session.centreId);
      const refusal = whyNotTakeRegister({ ...session, today });
      if (refusal) {
        throw refusal;
      }
      const enrolments = await this.enrolments.lockOfCohort(session.cohortId);
      const records = new Map((await this.registers.recordsOf([sessionId])).map((record) => [record.enrolmentId, record]));
      await this.refuseWrongMarks(session, marks, enrolments, records);
      const news = marks.filter(({ enrolmentId, code }) => records.get(enrolmentId)?.code !== code);
      if (news.length === 0 && session.registerTakenAt) {
        return this.get(viewer, sessionId);
      }
      this.refuseStale(session, version, news, records);

      await this.write(viewer, session, news, enrolments, records);
      await this.sessions.change(sessionId, { state: 'held', registerTakenAt: this.clock.now(), registerTakenBy: viewer.userId });
      const touched = new Set(news.map(({ enrolmentId }) => enrolmentId));
      await this.followUp.follow(session, enrolments.filter(({ id }) => touched.has(id)), today);
      await this.audit.record(viewer, {
        action: session.registerTakenAt ? 'register.corrected' : 'register.taken',
        subjectType: 'session',
        subjectId: sessionId,
        centreId: session.centreId,
        details: { marks: news.length },
      });
      return this.get(viewer, sessionId);
    });
  }

  lock(viewer: Viewer, sessionId: string, { version }: LockRegisterDto): Promise<RegisterDto> {
    return this.unitOfWork.run(async () => {
      const session = found(await this.sessions.findToChange(viewer, sessionId));
      assertVersion(session, version, { state: 'locked' });
      const refusal = session.registerTakenAt ? whyNotMove(SESSION_TRANSITIONS, session.state, 'locked') : registerNotTaken();
      if (refusal) {
        throw refusal;
      }

      await this.sessions.change(sessionId, { state: 'locked' });
      await this.audit.record(viewer, { action: 'register.locked', subjectType: 'session', subjectId: sessionId, centreId: session.centreId });
      return this.get(viewer, sessionId);
    });
  }

  async codes(): Promise<AttendanceCodeDto[]> {
    return (await this.registers.codes()).map(toCodeDto);
  }

  async month(viewer: Viewer, cohortId: string, month: string): Promise<AttendanceMonthDto> {
    const cohort = await this.cohorts.find(viewer, cohortId);
    if (!cohort) {
      throw notFound('COHORT_NOT_FOUND', 'The cohort');
    }
    const sessions = await this.sessions.ofMonth(viewer, cohortId, month);
    const enrolments = await this.enrolments.ofCohort(viewer, cohortId);
    const lines = await this.lines(viewer, enrolments, new Map());
    const shown = new Set(lines.map(({ enrolmentId }) => enrolmentId));
    const records = await this.registers.recordsOf(sessions.map(({ id }) => id));
    const today = await this.centres.todayAt(cohort.centreId);
    return {
      sessions: sessions.map((session) => toSessionDto(session, today)),
      codes: await this.codes(),
      lines,
      marks: records
        .filter(({ enrolmentId }) => shown.has(enrolmentId))
        .map(({ sessionId, enrolmentId, code }) => ({ sessionId, enrolmentId, code })),
    };
  }

  private async lines(viewer: Viewer, enrolments: readonly Enrolment[], codeOf: ReadonlyMap<string, string>): Promise<RegisterLineDto[]> {
    const trainees = await this.present.trainees(viewer, enrolments.map(({ personId }) => personId));
    return enrolments
      .flatMap(({ id, personId, state, registeredOn, consecutiveMissed }) => {
        const trainee = trainees.get(personId);
        return trainee ? [{ enrolmentId: id, trainee, state, registeredOn, consecutiveMissed, code: codeOf.get(id) ?? null }] : [];
      })
      .sort((a, b) => byName(a.trainee, b.trainee));
  }

  private async refuseWrongMarks(
    session: SessionWithCohort,
    marks: readonly Mark[],
    enrolments: readonly Enrolment[],
    records: ReadonlyMap<string, AttendanceRecord>,
  ): Promise<void> {
    const listed = enrolments.filter((enrolment) => isOnRegister(enrolment, session.sessionOn, records.has(enrolment.id)));
    const codes = await this.registers.codes();
    const refusal = whyNotTheseMarks(marks, new Set(listed.map(({ id }) => id)), new Set(codes.map(({ code }) => code)));
    if (refusal) {
      throw refusal;
    }
  }

  private refuseStale(session: SessionWithCohort, version: number, news: readonly Mark[], records: ReadonlyMap<string, AttendanceRecord>): void {
    if (session.version !== version) {
      throw conflict('STALE_VERSION', 'Somebody else has changed this register in the meantime.', {
        expectedVersion: version,
        currentVersion: session.version,
        mine: news,
        theirs: news.map(({ enrolmentId }) => ({ enrolmentId, code: records.get(enrolmentId)?.code ?? null })),
      });
    }
  }

  private async write(
    viewer: Viewer,
    session: SessionWithCohort,
    news: readonly Mark[],
    enrolments: readonly Enrolment[],
    records: ReadonlyMap<string, AttendanceRecord>,
  ): Promise<void> {
    const marked = { markedBy: viewer.userId, markedAt: this.clock.now() };
    const personOf = new Map(enrolments.map(({ id, personId }) => [id, personId]));
    await this.registers.add(
      news
        .filter(({ enrolmentId }) => !records.has(enrolmentId))
        .map(({ enrolmentId, code }) => ({
          ...marked,
          id: newId(),
          personId: personOf.get(enrolmentId) ?? '',
          centreId: session.centreId,
          sessionId: session.id,
          enrolmentId,
          code,
          missedAnnounced: false,
        })),
    );
    for (const code of new Set(news.map((mark) => mark.code))) {
      const corrected = news.flatMap((mark) => (mark.code === code ? (records.get(mark.enrolmentId)?.id ?? []) : []));
      if (corrected.length > 0) {
        await this.registers.correct(corrected, { ...marked, code });
      }
    }
  }
}

const toCodeDto = ({ code, markKey, names, countsAsPresent, countsAsMissed }: AttendanceCode): AttendanceCodeDto => ({
  code, markKey, names, countsAsPresent, countsAsMissed,
});

const registerNotTaken = () => ruleBroken('REGISTER_NOT_TAKEN', 'A register that was not taken cannot be locked.');

const found = (session: SessionWithCohort | null): SessionWithCohort => {
  if (!session) {
    throw notFound('SESSION_NOT_FOUND', 'The session');
  }
  return session;
};
