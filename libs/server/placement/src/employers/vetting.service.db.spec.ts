import { viewerOf } from '@sampan/access/testing';
import { newId, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { PlacementModule } from '../placement.module';
import { newEmployer } from '../testing';
import { Employer } from './employer.entity';
import { EmployersService } from './employers.service';
import { VETTING_CHECKS, type VettingCheckKind } from './vetting.rules';
import { VettingService } from './vetting.service';

describe('vetting, on the database', () => {
  let app: TestApp;
  let vetting: VettingService;
  let employers: EmployersService;

  beforeAll(async () => {
    app = await testApp([PlacementModule]);
    vetting = app.get(VettingService);
    employers = app.get(EmployersService);
  });
  afterAll(() => app.close());

  const atACentre = async (): Promise<{ centreId: string; officer: Viewer; supervisor: Viewer }> => {
    const { id: centreId } = await newCentre(app.manager);
    return { centreId, officer: viewerOf('placement-officer', [centreId]), supervisor: viewerOf('supervisor', [centreId]) };
  };
  const unvetted = { vettingState: 'unvetted', validUntil: null } as const;
  const pass = async (officer: Viewer, employerId: string, kinds: readonly VettingCheckKind[] = VETTING_CHECKS): Promise<void> => {
    for (const kind of kinds) {
      await vetting.recordCheck(officer, employerId, { kind, result: 'passed', evidence: 'seen', checkedOn: '2026-03-01' });
    }
  };
  const proposal = { outcome: 'cleared', validUntil: '2026-12-31' } as const;
  const now = (id: string): Promise<Employer> => app.manager.findOneByOrFail(Employer, { id });

  it('goes from the first check to a clearance by two people, and keeps both in the history', async () => {
    const { centreId, officer, supervisor } = await atACentre();
    const { id } = await newEmployer(app.manager, { centreId, ...unvetted });

    await pass(officer, id);
    expect((await now(id)).vettingState).toBe('in-review');
    await vetting.propose(officer, id, proposal);
    expect((await now(id)).vettingState).toBe('in-review');
    const file = await vetting.decide(supervisor, id, { approved: true });

    expect(file).toMatchObject({ vettingState: 'cleared', validUntil: '2026-12-31', proposal: null, missingChecks: [] });
    const [decision] = await app.manager.query('SELECT proposed_by, decided_by, state FROM vetting_decision WHERE employer_id = $1', [id]);
    expect(decision).toEqual({ proposed_by: officer.userId, decided_by: supervisor.userId, state: 'cleared' });
  });

  it('is not decided by the one who proposed, whatever they may otherwise do', async () => {
    const { centreId, supervisor } = await atACentre();
    const { id } = await newEmployer(app.manager, { centreId, ...unvetted });
    await pass(supervisor, id);
    await vetting.propose(supervisor, id, proposal);

    await expect(vetting.decide(supervisor, id, { approved: true })).rejects.toMatchObject({ code: 'SECOND_APPROVER_NEEDED' });
    expect((await now(id)).vettingState).toBe('in-review');
  });

  it('asks again when it is decided: a check that failed meanwhile stops the clearance', async () => {
    const { centreId, officer, supervisor } = await atACentre();
    const { id } = await newEmployer(app.manager, { centreId, ...unvetted });
    await pass(officer, id);
    await vetting.propose(officer, id, proposal);
    await vetting.recordCheck(officer, id, { kind: 'watch-list', result: 'failed', evidence: 'a number is on the list', checkedOn: '2026-03-01' });

    await expect(vetting.decide(supervisor, id, { approved: true })).rejects.toMatchObject({ code: 'VETTING_CHECK_FAILED' });
  });

  it('ends a clearance at once when a check fails', async () => {
    const { centreId, officer } = await atACentre();
    const { id } = await newEmployer(app.manager, { centreId });

    await vetting.recordCheck(officer, id, { kind: 'workers-asked', result: 'failed', evidence: 'wages are late', checkedOn: '2026-03-01' });

    expect(await now(id)).toMatchObject({ vettingState: 'in-review', validUntil: null });
  });

  it('returns a proposal with a reason, and nothing is cleared', async () => {
    const { centreId, officer, supervisor } = await atACentre();
    const { id } = await newEmployer(app.manager, { centreId, ...unvetted });
    await pass(officer, id);
    await vetting.propose(officer, id, proposal);

    const file = await vetting.decide(supervisor, id, { approved: false, reason: 'The visit was too short' });

    expect(file).toMatchObject({ vettingState: 'in-review', proposal: null, decisions: [{ approved: false, reason: 'The visit was too short' }] });
  });

  it('blocks at once, alone, and only a supervisor opens it again', async () => {
    const { centreId, officer, supervisor } = await atACentre();
    const { id } = await newEmployer(app.manager, { centreId });

    expect(await vetting.block(officer, id, 'Passports are kept')).toMatchObject({ vettingState: 'blocked', blockedReason: 'Passports are kept', validUntil: null });
    await expect(vetting.propose(officer, id, proposal)).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(await vetting.reopen(supervisor, id, 'New owner')).toMatchObject({ vettingState: 'in-review', blockedReason: null });
  });

  it('needs a new clearance when the business has another name, but stays blocked under any', async () => {
    const { centreId, officer } = await atACentre();
    const cleared = await newEmployer(app.manager, { centreId });
    const blocked = await newEmployer(app.manager, { centreId, vettingState: 'blocked', validUntil: null });

    expect(await employers.change(officer, cleared.id, { name: 'Another bakery', version: cleared.version })).toMatchObject({ vettingState: 'in-review', validUntil: null });
    expect(await employers.change(officer, blocked.id, { name: 'Another bakery', version: blocked.version })).toMatchObject({ vettingState: 'blocked' });
  });

  it('keeps a clearance when only the telephone changes', async () => {
    const { centreId, officer } = await atACentre();
    const { id, version } = await newEmployer(app.manager, { centreId });

    expect(await employers.change(officer, id, { contactPhone: '+6600000001', version })).toMatchObject({ vettingState: 'cleared', contactPhone: '+6600000001' });
    await expect(employers.change(officer, id, { contactPhone: '+6600000002', version })).rejects.toMatchObject({ kind: 'conflict', code: 'STALE_VERSION' });
  });

  it('shows a clearance as expired the day after its last', async () => {
    const { centreId, officer } = await atACentre();
    const last = await newEmployer(app.manager, { centreId, validUntil: '2026-03-02' });
    const over = await newEmployer(app.manager, { centreId, validUntil: '2026-03-01' });

    expect((await employers.file(officer, last.id)).vettingState).toBe('cleared');
    expect((await employers.file(officer, over.id)).vettingState).toBe('expired');
    const { items } = await employers.list(officer, { state: 'expired' });
    expect(items.map(({ id }) => id)).toEqual([over.id]);
  });

  it('is one employer when the same request comes twice, and none of another centre', async () => {
    const { centreId, officer } = await atACentre();
    const stranger = (await atACentre()).officer;
    const request = { id: newId(), centreId, name: 'Sunrise Bakery', kind: 'employer', country: 'TH' } as const;

    await employers.add(officer, request);
    await employers.add(officer, request);

    expect((await employers.list(officer, { name: 'sunrise' })).items).toHaveLength(1);
    await expect(employers.file(stranger, request.id)).rejects.toMatchObject({ code: 'EMPLOYER_NOT_FOUND' });
    await expect(vetting.block(stranger, request.id, 'whatever')).rejects.toMatchObject({ code: 'EMPLOYER_NOT_FOUND' });
    await expect(employers.add(stranger, { ...request, id: newId() })).rejects.toMatchObject({ code: 'CENTRE_NOT_FOUND' });
  });

  it('pages by name, forth and back', async () => {
    const { centreId, officer } = await atACentre();
    for (const name of ['Alpha', 'ខេមរា', 'Beta', 'alpha two']) {
      await newEmployer(app.manager, { centreId, name });
    }
    const first = await employers.list(officer, { limit: 2 });
    const second = await employers.list(officer, { limit: 2, cursor: first.nextCursor ?? '' });
    const back = await employers.list(officer, { limit: 2, cursor: second.previousCursor ?? '' });

    expect(first.items.map(({ name }) => name)).toEqual(['Alpha', 'alpha two']);
    expect(second.items.map(({ name }) => name)).toEqual(['Beta', 'ខេមរា']);
    expect(back.items.map(({ name }) => name)).toEqual(['Alpha', 'alpha two']);
    expect([first.previousCursor, second.nextCursor]).toEqual([null, null]);
  });

  it('keeps checks and decisions as they were written', async () => {
    const { centreId, officer } = await atACentre();
    const { id } = await newEmployer(app.manager, { centreId, ...unvetted });
    await pass(officer, id, ['registration']);

    await expect(app.manager.query('UPDATE vetting_check SET result = $1', ['failed'])).rejects.toThrow(/permission denied|never changed/);
  });
});
