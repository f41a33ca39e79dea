import { Injectable, Module } from '@nestjs/common';
import { viewerOf } from '@sampan/access/testing';
import { Hears, newId, type Handler, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { PlacementModule } from '../placement.module';
import { newConcern, newPlacement } from '../testing';
import { ConcernsService } from './concerns.service';
import type { IloIndicator } from './ilo-indicators.rules';
import { LabourConcern } from './labour-concern.entity';
import { LabourConcernReported } from './labour-concern.events';

@Hears(LabourConcernReported)
@Injectable()
class Listener implements Handler<LabourConcernReported> {
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

@Module({ providers: [Listener] })
class ListenerModule {}

describe('labour concerns, on the database', () => {
  let app: TestApp;
  let concerns: ConcernsService;

  beforeAll(async () => {
    app = await testApp([PlacementModule, ListenerModule]);
    concerns = app.get(ConcernsService);
  });
  afterAll(() => app.close());

  const aPerson = async (): Promise<{ centreId: string; personId: string; supervisor: Viewer; officer: Viewer; registrar: Viewer }> => {
    const { id: centreId } = await newCentre(app.manager);
    const { id: personId } = await newPerson(app.manager, { centreId });
    return { centreId, personId, supervisor: viewerOf('supervisor', [centreId]), officer: viewerOf('placement-officer', [centreId]), registrar: viewerOf('registrar', [centreId]) };
  };
  const report = { indicators: ['withholding-of-wages'] as IloIndicator[], words: 'Two months were not paid', reportedBy: 'family', reporter: 'Her aunt, 012' } as const;

  it('is received once, tells only that it was, and announces codes but no words', async () => {
    const { personId, registrar } = await aPerson();
    const id = newId();

    expect(await concerns.report(registrar, { ...report, id, personId })).toEqual({ id });
    expect(await concerns.report(registrar, { ...report, id, personId })).toEqual({ id });

    const letters = await app.manager.query(`SELECT data FROM sampan_queue.job WHERE name = 'placement.labour-concern-reported/Listener' AND data #>> '{event,concernId}' = $1`, [id]);
    expect(letters).toHaveLength(1);
    expect(letters[0].data.event).toMatchObject({ personId, severity: 'high', indicators: ['withholding-of-wages'] });
    expect(JSON.stringify(letters)).not.toMatch(/aunt|months/);
  });

  it('keeps words and reporter sealed in the database', async () => {
    const { personId, registrar } = await aPerson();
    const { id } = await concerns.report(registrar, { ...report, personId });
    const [row] = await app.manager.query('SELECT row_to_json(c)::text AS text FROM labour_concern c WHERE id = $1', [id]);
    expect(row.text).not.toMatch(/aunt|months/);
  });

  it('shows who reported to the named handler alone, and to nobody in the list', async () => {
    const { personId, registrar, supervisor, officer } = await aPerson();
    const { id } = await concerns.report(registrar, { ...report, personId });
    expect(await concerns.open(supervisor, id)).toMatchObject({ reporter: null, reportedBy: null });

    const triaged = await concerns.triage(supervisor, id, { severity: 'high', version: 1 });

    expect(triaged).toMatchObject({ state: 'triaged', handlerId: supervisor.userId, reporter: 'Her aunt, 012', reportedBy: 'family' });
    expect(await concerns.open(officer, id)).toMatchObject({ reporter: null, reportedBy: null });
    expect((await concerns.list(supervisor, {})).items).toMatchObject([{ id, reporter: null, reportedBy: null }]);
  });

  it('opens its words only to those who may read sensitive narrative, with a reason that is kept', async () => {
    const { personId, registrar, supervisor, officer } = await aPerson();
    const { id } = await concerns.report(registrar, { ...report, personId });

    await expect(concerns.openWords(officer, id, 'curious')).rejects.toMatchObject({ kind: 'not-allowed', code: 'WORDS_SENSITIVE' });
    expect(await concerns.openWords(supervisor, id, 'To refer it')).toEqual({ words: 'Two months were not paid' });
    const [{ details }] = await app.manager.query(`SELECT details FROM audit_entry WHERE subject_id = $1 AND action = 'concern.sensitive-opened'`, [id]);
    expect(details).toEqual({ reason: 'To refer it' });
  });

  it.each([
    ['debt bondage', { indicators: ['debt-bondage'] as IloIndicator[] }],
    ['a minor', { indicators: ['excessive-overtime'] as IloIndicator[], treatAsMinor: true }],
  ])('is never mediated with %s, but can be referred', async (_, over) => {
    const { centreId, personId, supervisor } = await aPerson();
    const { id, version } = await newConcern(app.manager, { centreId, personId, state: 'triaged', handlerId: supervisor.userId, ...over });

    await expect(concerns.move(supervisor, id, { to: 'mediating', version })).rejects.toMatchObject({ code: 'CONCERN_NEVER_MEDIATED' });
    expect(await concerns.move(supervisor, id, { to: 'referred', outcome: 'Labour inspection', version })).toMatchObject({ state: 'referred', outcome: 'Labour inspection' });
  });

  it('goes its way to the end, one step at a time', async () => {
    const { centreId, personId, supervisor } = await aPerson();
    const { id } = await newConcern(app.manager, { centreId, personId, indicators: ['excessive-overtime'] });
    await expect(concerns.move(supervisor, id, { to: 'remedied', version: 1 })).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });

    let concern = await concerns.triage(supervisor, id, { severity: 'medium', version: 1 });
    for (const to of ['mediating', 'remedied', 'closed'] as const) {
      concern = await concerns.move(supervisor, id, { to, version: concern.version });
    }
    expect(concern.state).toBe('closed');
    await expect(concerns.move(supervisor, id, { to: 'referred', version: concern.version - 1 })).rejects.toMatchObject({ code: 'STALE_VERSION' });
  });

  it('cannot be tied to the placement of somebody else', async () => {
    const { personId, registrar } = await aPerson();
    const other = await aPerson();
    const placement = await newPlacement(app.manager, other);

    await expect(concerns.report(registrar, { ...report, personId, placementId: placement.id })).rejects.toMatchObject({ code: 'PLACEMENT_NOT_FOUND' });
    expect(await app.manager.countBy(LabourConcern, { personId })).toBe(0);
  });

  it('is hidden from another centre', async () => {
    const { centreId, personId } = await aPerson();
    const { id } = await newConcern(app.manager, { centreId, personId });
    const { supervisor: stranger } = await aPerson();

    expect((await concerns.list(stranger, {})).items).toEqual([]);
    await expect(concerns.open(stranger, id)).rejects.toMatchObject({ code: 'CONCERN_NOT_FOUND' });
    await expect(concerns.report(stranger, { ...report, personId })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
  });
});
