import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, newId, notFound, todayIn, UnitOfWork, whyNotMove, type DomainError, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { whyNotSchedule } from '../cohorts/cohort.rules';
import { CohortsRepository, type CohortWithProgramme } from '../cohorts/cohorts.repository';
import { daysOfPattern, whyNotThisPattern } from './session-pattern.rules';
import { SESSION_TRANSITIONS, whyClashes, whyNotThisTime, type SessionOccupancy } from './session.rules';
import { toSessionDto, type CancelSessionDto, type CreateSessionDto, type SessionDto, type SessionPatternDto, type SessionQuery } from './session.dto';
import { SessionsRepository, type SessionWithCohort } from './sessions.repository';

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly cohorts: CohortsRepository,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, { on, registerMissing }: SessionQuery): Promise<SessionDto[]> {
    const today = await this.todayByCentre(viewer);
    const asked = on ? new Map([...today.keys()].map((centreId) => [centreId, on])) : today;
    const rows = registerMissing ? await this.sessions.withoutRegister(viewer, today) : await this.sessions.onDays(viewer, asked);
    return rows.map((session) => toSessionDto(session, today.get(session.centreId) ?? session.sessionOn));
  }

  async ofCohort(viewer: Viewer, cohortId: string): Promise<SessionDto[]> {
    const { centreId } = await this.getCohort(viewer, cohortId);
    const today = await this.centres.todayAt(centreId);
    return (await this.sessions.ofCohort(viewer, cohortId)).map((session) => toSessionDto(session, today));
  }

  async get(viewer: Viewer, id: string): Promise<SessionDto> {
    return this.present(found(await this.sessions.find(viewer, id)));
  }

  schedule(viewer: Viewer, cohortId: string, { id = newId(), sessionOn, ...place }: CreateSessionDto): Promise<SessionDto> {
    return this.unitOfWork.run(async () => {
      const repeated = await this.sessions.find(viewer, id);
      if (repeated) {
        return this.present(repeated);
      }
      const cohort = await this.getCohort(viewer, cohortId);
      await this.add(viewer, cohort, [{ id, sessionOn, ...placeOf(place) }], place.topic ?? null);
      return this.get(viewer, id);
    });
  }

  /** All or none: half a timetable would be worse than a refusal that names the clash. */
  scheduleMany(viewer: Viewer, cohortId: string, { from, until, weekdays, except, ...place }: SessionPatternDto): Promise<SessionDto[]> {
    return this.unitOfWork.run(async () => {
      const cohort = await this.getCohort(viewer, cohortId);
      const pattern = { from, until, weekdays, except };
      refuse(whyNotThisPattern(pattern));
      await this.add(
        viewer,
        cohort,
        daysOfPattern(pattern).map((sessionOn) => ({ id: newId(), sessionOn, ...placeOf(place) })),
        place.topic ?? null,
      );
      return this.ofCohort(viewer, cohortId);
    });
  }

  cancel(viewer: Viewer, id: string, { version }: CancelSessionDto): Promise<SessionDto> {
    return this.unitOfWork.run(async () => {
      const session = found(await this.sessions.findToChange(viewer, id));
      assertVersion(session, version, { state: 'cancelled' });
      refuse(whyNotMove(SESSION_TRANSITIONS, session.state, 'cancelled'));

      await this.sessions.change(id, { state: 'cancelled' });
      await this.audit.record(viewer, { action: 'session.cancelled', subjectType: 'session', subjectId: id, centreId: session.centreId });
      return this.get(viewer, id);
    });
  }

  private async add(
    viewer: Viewer,
    cohort: CohortWithProgramme,
    sessions: readonly (SessionOccupancy & { readonly id: string })[],
    topic: string | null,
  ): Promise<void> {
    const { id: cohortId, centreId } = cohort;
    refuse(whyNotSchedule(cohort.state));
    sessions.forEach((session) => refuse(whyNotThisTime(session)));
    await this.sessions.lockTimetable(centreId);
    const days = sessions.map(({ sessionOn }) => sessionOn);
    const [first = '', last = ''] = [days[0], days.at(-1)];
    refuse(whyClashes(sessions, await this.sessions.others(centreId, cohortId, first, last)));

    await this.sessions.add(sessions.map((session) => ({ ...session, centreId, cohortId, topic, state: 'scheduled' })));
    await this.audit.record(viewer, { action: 'session.scheduled', subjectType: 'cohort', subjectId: cohortId, centreId, details: { sessions: sessions.length } });
  }

  private async todayByCentre(viewer: Viewer): Promise<Map<string, string>> {
    const centres = await this.centres.list(viewer);
    return new Map(centres.map(({ id, timeZone }) => [id, todayIn(this.clock, timeZone)]));
  }

  private async present(session: SessionWithCohort): Promise<SessionDto> {
    return toSessionDto(session, await this.centres.todayAt(session.centreId));
  }

  private async getCohort(viewer: Viewer, id: string): Promise<CohortWithProgramme> {
    const cohort = await this.cohorts.find(viewer, id);
    if (!cohort) {
      throw notFound('COHORT_NOT_FOUND', 'The cohort');
    }
    return cohort;
  }
}

const placeOf = ({ startsAt, endsAt, room = null, instructorId = null }: Pick<CreateSessionDto, 'startsAt' | 'endsAt' | 'room' | 'instructorId'>) => ({
  startsAt,
  endsAt,
  room,
  instructorId,
});

const refuse = (refusal: DomainError | null): void => {
  if (refusal) {
    throw refusal;
  }
};

const found = (session: SessionWithCohort | null): SessionWithCohort => {
  if (!session) {
    throw notFound('SESSION_NOT_FOUND', 'The session');
  }
  return session;
};
