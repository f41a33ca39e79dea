import { ReachExceptions } from '@sampan/access';
import { newUser, viewerOf } from '@sampan/access/testing';
import { newId, type Viewer } from '@sampan/kernel';
import { newCentre, newOrganisation } from '@sampan/organisations/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { Contacts } from '../contacts/contacts.service';
import { PeopleModule } from '../people.module';
import type { Person } from '../persons/person.entity';
import { People } from '../persons/people.service';
import { showReference } from '../persons/person-reference.rules';
import { newCaseloadEntry, newContact, newPerson } from '../testing';
import { Timeline } from '../timeline/timeline.service';
import { BreakGlasses } from './break-glass.service';
import { MOST_REFUSALS_A_DAY } from './break-glass.rules';

const REASON = 'She stands at our door tonight and needs a safe place.';
const START = '2026-03-02T03:00:00Z';

describe('a break-glass, on the database', () => {
  let app: TestApp;
  let accesses: BreakGlasses;

  beforeAll(async () => {
    app = await testApp([PeopleModule]);
    accesses = app.get(BreakGlasses);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.moveTo(START));

  /** A worker at one centre, and somebody in the caseload of a colleague at another one of the same country. */
  const world = async (country = 'TH') => {
    const own = await newCentre(app.manager, { country: 'TH' });
    const other = await newCentre(app.manager, { country });
    const colleague = await newUser(app.manager, { roles: ['social-worker'], reach: 'caseload', centreId: other.id });
    const person = await newPerson(app.manager, { centreId: other.id });
    await newCaseloadEntry(app.manager, person, colleague.id);
    const user = await newUser(app.manager, { roles: ['social-worker'], reach: 'caseload', centreId: own.id });
    return { own, other, person, worker: viewerOf('social-worker', [own.id], { userId: user.id }) };
  };
  const ask = (viewer: Viewer, { reference }: Pick<Person, 'reference'>, id = newId()) =>
    accesses.ask(viewer, { id, personReference: showReference(reference), reasonKind: 'person-is-here', reason: REASON });
  /** Who asks, at the moment of asking: as the guard does it for every request. */
  const now = (viewer: Viewer) => app.get(ReachExceptions).extend(viewer);
  const sees = async (viewer: Viewer, person: Person): Promise<boolean> => (await app.get(People).summaries(await now(viewer), [person.id])).has(person.id);
  const audited = async (personId: string) =>
    (await app.manager.query('SELECT action, details FROM audit_entry WHERE person_id = $1 ORDER BY id', [personId])) as { action: string; details: Record<string, unknown> }[];

  it('shows one person of another centre at once, in lists and in the file, and is in every entry of the audit', async () => {
    const { worker, person } = await world();
    await newContact(app.manager, person);
    expect(await sees(worker, person)).toBe(false);
    const access = await ask(worker, person);
    expect(access).toMatchObject({ personId: person.id, state: 'running', until: '2026-03-02T07:00:00.000Z', reason: REASON, centreName: null, verdict: null });
    const viewer = await now(worker);
    const found = await app.get(People).search(viewer, { text: '', centreIds: [], statuses: [], limit: 25 });
    expect(found.items.map(({ id }) => id)).toEqual([person.id]);
    expect(await app.get(Contacts).list(viewer, person.id)).toHaveLength(1);
    await app.get(Timeline).list(viewer, person.id, { rooms: [], limit: 25 });
    const entries = await audited(person.id);
    expect(entries.map(({ action }) => action)).toEqual(['break-glass.opened', 'contact.opened', 'timeline.opened']);
    expect(entries.slice(1).map(({ details }) => details)).toEqual([{ breakGlass: true }, { breakGlass: true }]);
    expect(JSON.stringify(entries)).not.toContain('door');
  });

  it('shows a colleague’s person of one’s own centre too', async () => {
    const { worker, own } = await world();
    const person = await newPerson(app.manager, { centreId: own.id });
    expect(await sees(worker, person)).toBe(false);
    await ask(worker, person);
    expect(await sees(worker, person)).toBe(true);
  });

  it('shows nobody else of that centre, and nobody else sees the person', async () => {
    const { worker, person, other } = await world();
    const neighbour = await newPerson(app.manager, { centreId: other.id });
    await ask(worker, person);
    expect(await sees(worker, neighbour)).toBe(false);
    expect((await now(worker)).centreIds).not.toContain(other.id);
    const colleague = viewerOf('social-worker', worker.centreIds, { userId: (await newUser(app.manager)).id });
    expect(await sees(colleague, person)).toBe(false);
  });

  it('ends at the very moment', async () => {
    const { worker, person } = await world();
    await ask(worker, person);
    app.clock.moveTo('2026-03-02T06:59:59.999Z');
    expect(await sees(worker, person)).toBe(true);
    app.clock.moveTo('2026-03-02T07:00:00.000Z');
    expect(await sees(worker, person)).toBe(false);
    expect(await accesses.listOwn(worker)).toMatchObject([{ state: 'ended', endedEarly: false }]);
  });

  it('gives the same answer for nobody, for a mistyped reference, and for somebody in another country, and counts them', async () => {
    const { worker, person } = await world('KH');
    const answer = async (reference: string) => accesses.ask(worker, { id: newId(), personReference: reference, reasonKind: 'danger-now', reason: REASON }).catch((error: Error) => error);
    const refused = { kind: 'not-found', code: 'PERSON_NOT_FOUND', details: undefined };
    const nobody = await newPerson(app.manager, { centreId: person.centreId });
    await app.manager.query('DELETE FROM person_key WHERE person_id = $1', [nobody.id]);
    await app.manager.query('DELETE FROM person WHERE id = $1', [nobody.id]);
    expect(await answer(person.reference)).toMatchObject(refused);
    expect(await answer(nobody.reference)).toMatchObject(refused);
    expect(await answer('Sok Dara')).toMatchObject(refused);
    for (let tries = 3; tries < MOST_REFUSALS_A_DAY; tries += 1) {
      await answer('1');
    }
    expect(await answer(person.reference)).toMatchObject({ code: 'BREAK_GLASS_TOO_MANY_TRIES' });
    app.clock.moveTo('2026-03-03T03:00:01Z');
    expect(await answer(person.reference)).toMatchObject(refused);
    expect(await audited(person.id)).toEqual([]);
  });

  it('is one access when asked for twice, and none for whoever sees the person already', async () => {
    const { worker, person } = await world();
    const id = newId();
    await ask(worker, person, id);
    expect((await ask(await now(worker), person, id)).id).toBe(id);
    await expect(ask(await now(worker), person)).rejects.toMatchObject({ code: 'ALREADY_WITHIN_REACH' });
    expect(await accesses.listOwn(worker)).toHaveLength(1);
  });

  it('leads from the reference of a merged record to the person', async () => {
    const { worker, person } = await world();
    const former = await newPerson(app.manager, { centreId: person.centreId, mergedIntoId: person.id, status: 'merged' });
    expect((await ask(worker, former)).personId).toBe(person.id);
  });

  it('does not help a role that may not break the glass', async () => {
    const { worker, person } = await world();
    await ask(worker, person);
    const asRegistrar = viewerOf('registrar', worker.centreIds, { userId: worker.userId });
    expect((await now(asRegistrar)).alsoReaches).toBeUndefined();
  });

  it('is told at once to the supervisor and the data protection officer of the person’s centre, and to nobody else', async () => {
    const { worker, person, other, own } = await world();
    const organisation = await newOrganisation(app.manager, { country: 'TH' });
    const supervisor = await newUser(app.manager, { roles: ['supervisor'], reach: 'centre', centreId: other.id });
    const officer = await newUser(app.manager, { roles: ['data-protection-officer'], reach: 'organisation', organisationId: other.organisationId });
    await newUser(app.manager, { roles: ['data-protection-officer'], reach: 'organisation', organisationId: organisation.id });
    await newUser(app.manager, { roles: ['supervisor'], reach: 'centre', centreId: own.id });
    await newUser(app.manager, { roles: ['registrar'], reach: 'centre', centreId: other.id });
    const { id } = await ask(worker, person);
    const told = (await app.manager.query('SELECT user_id AS "userId", kind, subject_type AS "subjectType" FROM notification WHERE subject_id = $1', [id])) as { userId: string }[];
    expect(told.map(({ userId }) => userId).sort()).toEqual([supervisor.id, officer.id].sort());
    expect(told[0]).toMatchObject({ kind: 'break-glass.opened', subjectType: 'break-glass' });
  });

  it('is reviewed once, by somebody else who answers for the person’s centre', async () => {
    const { worker, person, other, own } = await world();
    const { id } = await ask(worker, person);
    const supervisor = viewerOf('supervisor', [other.id]);
    expect((await accesses.list(supervisor, { onlyUnreviewed: true, limit: 25 })).items).toMatchObject([{ id, reference: showReference(person.reference), reason: REASON, centreName: other.name }]);
    await expect(accesses.review(viewerOf('supervisor', [own.id]), id, 'justified')).rejects.toMatchObject({ code: 'BREAK_GLASS_NOT_FOUND' });
    await expect(accesses.review({ ...supervisor, userId: worker.userId }, id, 'justified')).rejects.toMatchObject({ code: 'OWN_BREAK_GLASS' });
    expect(await accesses.review(supervisor, id, 'to-follow-up')).toMatchObject({ verdict: 'to-follow-up', reviewedAt: '2026-03-02T03:00:00.000Z' });
    await expect(accesses.review(supervisor, id, 'justified')).rejects.toMatchObject({ code: 'REVIEWED_ALREADY' });
    expect((await accesses.list(supervisor, { onlyUnreviewed: true, limit: 25 })).items).toEqual([]);
    expect((await accesses.list(supervisor, { onlyUnreviewed: false, limit: 25 })).items).toHaveLength(1);
  });

  it.each(['whoever asked', 'the supervisor'])('can be ended early by %s, from that moment', async (who) => {
    const { worker, person, other } = await world();
    const { id } = await ask(worker, person);
    app.clock.moveTo('2026-03-02T04:00:00Z');
    await (who === 'whoever asked' ? accesses.endOwn(worker, id) : accesses.endAnothers(viewerOf('supervisor', [other.id]), id));
    expect(await sees(worker, person)).toBe(false);
    expect(await accesses.listOwn(worker)).toMatchObject([{ state: 'ended', endedEarly: true, until: '2026-03-02T04:00:00.000Z' }]);
    await expect(accesses.endOwn(viewerOf('social-worker', [other.id]), id)).rejects.toMatchObject({ code: 'BREAK_GLASS_NOT_FOUND' });
    expect((await audited(person.id)).map(({ action }) => action)).toEqual(['break-glass.opened', 'break-glass.ended']);
    expect((await ask(worker, person)).state).toBe('running');
  });
});
