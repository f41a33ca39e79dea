import { viewerOf } from '@sampan/access/testing';
import { addDays, Hears, type Handler, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { Injectable, Module } from '@nestjs/common';
import type { Cohort } from '../cohorts/cohort.entity';
import { Enrolment } from '../enrolments/enrolment.entity';
import { newCohort, newEnrolment, newProgrammeVersion, newSession } from '../testing';
import { TrainingModule } from '../training.module';
import { SessionMissed } from './register.events';
import { RegistersService } from './registers.service';

const heard: SessionMissed[] = [];

@Hears(SessionMissed)
@Injectable()
class Listener implements Handler<SessionMissed> {
  handle(event: SessionMissed): Promise<void> {
    heard.push(event);
    return Promise.resolve();
  }
}

@Module({ providers: [Listener] })
class ListenerModule {}

describe('a register, on the database', () => {
  let app: TestApp;
  let registers: RegistersService;

  beforeAll(async () => {
    app = await testApp([TrainingModule, ListenerModule]);
    registers = app.get(RegistersService);
    await app.work();
  });
  afterAll(() => app.close());

  interface Class {
    readonly viewer: Viewer;
    readonly cohort: Cohort;
    readonly trainees: Enrolment[];
  }
  const aClass = async (size: number, missedSessionsUntilLeftEarly = 14): Promise<Class> => {
    const { id: centreId } = await newCentre(app.manager);
    const version = await newProgrammeVersion(app.manager, { missedSessionsUntilLeftEarly });
    const cohort = await newCohort(app.manager, { centreId, places: 30, programmeVersionId: version.id });
    const trainees: Enrolment[] = [];
    for (let count = 0; count < size; count += 1) {
      const { id } = await newPerson(app.manager, { centreId, fullName: `Trainee ${count}` });
      trainees.push(await newEnrolment(app.manager, cohort, id));
    }
    return { viewer: viewerOf('instructor', [centreId]), cohort, trainees };
  };
  const mark = (code: string) => ({ id }: Enrolment) => ({ enrolmentId: id, code });
  const now = ({ id }: Enrolment): Promise<Enrolment> => app.manager.findOneByOrFail(Enrolment, { id });
  const newsOf = ({ id }: Enrolment): SessionMissed[] => heard.filter(({ enrolmentId }) => enrolmentId === id);
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('makes a trainee active at the first attended session and not before', async () => {
    const { viewer, cohort, trainees } = await aClass(2);
    const session = await newSession(app.manager, cohort);

    const register = await registers.take(viewer, session.id, {
      version: 1,
      marks: [mark('late')(trainees[0]!), mark('excused')(trainees[1]!)],
    });

    expect(register.session).toMatchObject({ state: 'held', registerMissing: false, version: 2 });
    expect(register.lines.map(({ code }) => code)).toEqual(['late', 'excused']);
    expect(await now(trainees[0]!)).toMatchObject({ state: 'active', enteredOn: '2026-03-02' });
    expect(await now(trainees[1]!)).toMatchObject({ state: 'registered', enteredOn: null, consecutiveMissed: 0 });
  });

  it('takes the first attendance back when it was a mistake', async () => {
    const { viewer, cohort, trainees } = await aClass(1);
    const session = await newSession(app.manager, cohort);
    await registers.take(viewer, session.id, { version: 1, marks: trainees.map(mark('present')) });
    await registers.take(viewer, session.id, { version: 2, marks: trainees.map(mark('excused')) });
    expect(await now(trainees[0]!)).toMatchObject({ state: 'registered', enteredOn: null });
  });

  it('tells of a missed session once, however often the register is sent or corrected', async () => {
    const { viewer, cohort, trainees } = await aClass(2);
    const session = await newSession(app.manager, cohort);
    const [missing, other] = [trainees[0]!, trainees[1]!];

    await registers.take(viewer, session.id, { version: 1, marks: [mark('absent')(missing)] });
    await registers.take(viewer, session.id, { version: 1, marks: [mark('absent')(missing)] });
    await registers.take(viewer, session.id, { version: 2, marks: [mark('late')(missing)] });
    await registers.take(viewer, session.id, { version: 3, marks: [mark('absent')(missing)] });
    await registers.take(viewer, session.id, { version: 4, marks: [mark('absent')(other)] });

    await until(() => newsOf(other).length > 0 && newsOf(missing).length > 0);
    expect(newsOf(missing)).toEqual([
      expect.objectContaining({ personId: missing.personId, sessionId: session.id, sessionDate: '2026-03-02', consecutive: 1 }),
    ]);
  });

  it('counts missed sessions in a row, makes a work item of too many, and clears it when the trainee comes back', async () => {
    const { viewer, cohort, trainees } = await aClass(1, 3);
    const sessions = await Promise.all([0, 1, 2, 3].map((day) => newSession(app.manager, cohort, { sessionOn: addDays('2026-02-23', day) })));
    for (const { id } of sessions.slice(0, 3)) {
      await registers.take(viewer, id, { version: 1, marks: trainees.map(mark('absent')) });
    }
    expect(await now(trainees[0]!)).toMatchObject({ consecutiveMissed: 3, leftEarlySuspectedOn: '2026-03-02', state: 'registered' });
    await until(() => newsOf(trainees[0]!).length === 3);
    expect(newsOf(trainees[0]!).map(({ consecutive }) => consecutive).sort()).toEqual([1, 2, 3]);

    await registers.take(viewer, sessions[3]!.id, { version: 1, marks: trainees.map(mark('present')) });

    expect(await now(trainees[0]!)).toMatchObject({ consecutiveMissed: 0, leftEarlySuspectedOn: null, state: 'active' });
  });

  it('refuses a correction that was made on an older register, and shows both values', async () => {
    const { viewer, cohort, trainees } = await aClass(1);
    const session = await newSession(app.manager, cohort);
    await registers.take(viewer, session.id, { version: 1, marks: trainees.map(mark('present')) });
    const enrolmentId = trainees[0]!.id;

    await expect(registers.take(viewer, session.id, { version: 1, marks: trainees.map(mark('absent')) })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'STALE_VERSION',
      details: { currentVersion: 2, mine: [{ enrolmentId, code: 'absent' }], theirs: [{ enrolmentId, code: 'present' }] },
    });
  });

  it('can be corrected until it is locked, and only a taken one is locked', async () => {
    const { viewer, cohort, trainees } = await aClass(1);
    const session = await newSession(app.manager, cohort);
    await expect(registers.lock(viewer, session.id, { version: 1 })).rejects.toMatchObject({ code: 'REGISTER_NOT_TAKEN' });
    await registers.take(viewer, session.id, { version: 1, marks: trainees.map(mark('present')) });
    await registers.lock(viewer, session.id, { version: 2 });
    await expect(registers.take(viewer, session.id, { version: 3, marks: trainees.map(mark('absent')) })).rejects.toMatchObject({ code: 'REGISTER_LOCKED' });
    expect(await now(trainees[0]!)).toMatchObject({ state: 'active' });
  });

  it('names who joined late only later, and who left only before', async () => {
    const { viewer, cohort, trainees } = await aClass(3);
    const [stayed, late, left] = [trainees[0]!, trainees[1]!, trainees[2]!];
    await app.manager.update(Enrolment, { id: late.id }, { registeredOn: '2026-02-20' });
    await app.manager.update(Enrolment, { id: left.id }, { state: 'withdrawn', exitedOn: '2026-02-19' });
    const early = await newSession(app.manager, cohort, { sessionOn: '2026-02-10' });
    const recent = await newSession(app.manager, cohort, { sessionOn: '2026-02-24' });
    const listed = async (id: string) => (await registers.get(viewer, id)).lines.map(({ enrolmentId }) => enrolmentId);

    expect(await listed(early.id)).toEqual([stayed.id, left.id]);
    expect(await listed(recent.id)).toEqual([stayed.id, late.id]);
    await expect(registers.take(viewer, recent.id, { version: 1, marks: [mark('present')(left)] })).rejects.toMatchObject({ code: 'NOT_ON_REGISTER' });
  });

  it('is not taken before the day of the session, and is missing after it', async () => {
    const { viewer, cohort, trainees } = await aClass(1);
    const tomorrow = await newSession(app.manager, cohort, { sessionOn: '2026-03-03' });
    const yesterday = await newSession(app.manager, cohort, { sessionOn: '2026-03-01' });
    await expect(registers.take(viewer, tomorrow.id, { version: 1, marks: trainees.map(mark('present')) })).rejects.toMatchObject({ code: 'SESSION_NOT_YET' });
    expect((await registers.get(viewer, yesterday.id)).session.registerMissing).toBe(true);
  });

  it('counts absences of two sessions that are marked at the same moment', async () => {
    const { viewer, cohort, trainees } = await aClass(1);
    const sessions = await Promise.all([0, 1, 2, 3].map((day) => newSession(app.manager, cohort, { sessionOn: addDays('2026-02-23', day) })));
    await Promise.all(sessions.map(({ id }) => registers.take(viewer, id, { version: 1, marks: trainees.map(mark('absent')) })));
    expect(await now(trainees[0]!)).toMatchObject({ consecutiveMissed: 4 });
  });

  it('shows a month of the cohort with its marks, and nothing of another centre', async () => {
    const { viewer, cohort, trainees } = await aClass(2);
    const session = await newSession(app.manager, cohort);
    await newSession(app.manager, cohort, { sessionOn: '2026-04-01' });
    await registers.take(viewer, session.id, { version: 1, marks: trainees.map(mark('present')) });

    const month = await registers.month(viewer, cohort.id, '2026-03');

    expect(month.sessions.map(({ id }) => id)).toEqual([session.id]);
    expect(month.marks).toHaveLength(2);
    const stranger = viewerOf('instructor', [(await newCentre(app.manager)).id]);
    await expect(registers.month(stranger, cohort.id, '2026-03')).rejects.toMatchObject({ code: 'COHORT_NOT_FOUND' });
    await expect(registers.get(stranger, session.id)).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
  });
});
