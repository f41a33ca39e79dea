import { newUser, viewerOf } from '@sampan/access/testing';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { CasesModule } from '../cases.module';
import { Notes } from '../notes/notes.service';
import { newCase, newNote } from '../testing';
import { OpeningReports } from './opening-reports.service';

const REASON = 'Preparing the talk with her lawyer.';

describe('weekly reports of opened level-3 notes, on the database', () => {
  let app: TestApp;
  let reports: OpeningReports;

  beforeAll(async () => {
    app = await testApp([CasesModule]);
    reports = app.get(OpeningReports);
  });
  afterAll(() => app.close());

  const world = async () => {
    const centre = await newCentre(app.manager, { country: 'TH', timeZone: 'Asia/Bangkok' });
    const user = async (role: 'supervisor' | 'social-worker', displayName: string) =>
      newUser(app.manager, { roles: [role], displayName, reach: role === 'supervisor' ? 'centre' : 'caseload', centreId: centre.id });
    const [boss, worker] = [await user('supervisor', 'Sopheak'), await user('social-worker', 'Sreymom')];
    const person = await newPerson(app.manager, { centreId: centre.id });
    const file = await newCase(app.manager, person, { organisationId: centre.organisationId });
    const note = await newNote(app.manager, file, { level: 'level-3', section: 'legal', text: null, sealedText: null });
    const open = async (at: string) => {
      app.clock.moveTo(at);
      await app.get(Notes).openSealed({ ...viewerOf('social-worker', [centre.id], { userId: worker.id }), reach: 'centre' }, file.id, note.id, REASON);
    };
    return { centre, boss, file, open, supervisor: viewerOf('supervisor', [centre.id], { userId: boss.id }) };
  };
  const told = async (userId: string): Promise<number> =>
    ((await app.manager.query(`SELECT subject_id FROM notification WHERE user_id = $1 AND kind = 'opening-report.made'`, [userId])) as unknown[]).length;

  it('tell each supervisor of the centre once, who opened what and why, from Monday to Sunday there', async () => {
    const { centre, boss, file, open, supervisor } = await world();
    const second = await newUser(app.manager, { roles: ['supervisor'], reach: 'centre', centreId: centre.id });
    await open('2026-02-22T16:59:59Z');
    await open('2026-02-22T17:00:00Z');
    await open('2026-03-01T16:59:59Z');
    await open('2026-03-01T17:00:00Z');
    app.clock.moveTo('2026-03-01T20:15:00Z');
    expect(await reports.makeFor(centre.id)).toBe(4);
    expect(await reports.makeFor(centre.id)).toBe(0);
    expect([await told(boss.id), await told(second.id)]).toEqual([2, 2]);
    const [latest, before] = await reports.list(supervisor);
    expect(latest).toMatchObject({ centreName: centre.name, weekFrom: '2026-02-23', weekTo: '2026-03-01', openings: 2, acknowledgedAt: null });
    expect(before).toMatchObject({ weekFrom: '2026-02-16', openings: 1 });
    const { lines } = await reports.open(supervisor, latest!.id);
    expect(lines.map(({ openedAt }) => openedAt)).toEqual(['2026-02-22T17:00:00.000Z', '2026-03-01T16:59:59.000Z']);
    expect(lines[0]).toMatchObject({ openedByName: 'Sreymom', openedByRoles: ['social-worker'], caseNumber: file.number, section: 'legal', reason: REASON });
  });

  it('are not made of a week that is not over, nor of one without openings', async () => {
    const { centre, open } = await world();
    await open('2026-03-03T03:00:00Z');
    app.clock.moveTo('2026-03-06T20:15:00Z');
    expect(await reports.makeFor(centre.id)).toBe(0);
  });

  it('are acknowledged by whom they are for, and are nobody else’s', async () => {
    const { centre, open, supervisor } = await world();
    await open('2026-02-24T03:00:00Z');
    app.clock.moveTo('2026-03-02T20:15:00Z');
    await reports.makeFor(centre.id);
    const [report] = await reports.list(supervisor);
    await expect(reports.open(viewerOf('supervisor', [centre.id]), report!.id)).rejects.toMatchObject({ code: 'OPENING_REPORT_NOT_FOUND' });
    await reports.acknowledge(supervisor, report!.id);
    app.clock.moveTo('2026-03-03T20:15:00Z');
    await reports.acknowledge(supervisor, report!.id);
    expect(await reports.list(supervisor)).toMatchObject([{ acknowledgedAt: '2026-03-02T20:15:00.000Z' }]);
    // Whoever has left the centre has the report, and none of its lines.
    expect((await reports.open({ ...supervisor, centreIds: [(await newCentre(app.manager)).id] }, report!.id)).lines).toEqual([]);
  });
});
