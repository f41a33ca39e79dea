import { viewerOf } from '@sampan/access/testing';
import { newId, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import type { Case } from '../cases/case.entity';
import { CasesModule } from '../cases.module';
import { newCase, newNote } from '../testing';
import { Note } from './note.entity';
import { Notes } from './notes.service';

describe('notes, on the database', () => {
  let app: TestApp;
  let notes: Notes;
  let viewer: Viewer;
  let file: Case;

  beforeAll(async () => {
    app = await testApp([CasesModule]);
    notes = app.get(Notes);
    const centre = await newCentre(app.manager);
    viewer = viewerOf('supervisor', [centre.id]);
    const person = await newPerson(app.manager, { centreId: centre.id });
    file = await newCase(app.manager, person, { organisationId: centre.organisationId });
  });
  afterAll(() => app.close());

  const secret = 'He was held for three weeks.';
  const sealed = { level: 'level-3', section: 'exploitation-history', text: secret } as const;

  it('keeps the words of a level-3 note out of the database, the list and the timeline', async () => {
    const { id, text } = await notes.write(viewer, file.id, sealed);
    expect(text).toBeNull();
    const [row] = await app.manager.query('SELECT * FROM case_note WHERE id = $1', [id]);
    expect(JSON.stringify(row)).not.toContain('three weeks');
    expect(JSON.stringify(await notes.list(viewer, file.id))).not.toContain('three weeks');
    const [line] = await app.manager.query('SELECT fact, data FROM timeline_entry WHERE source_id = $1', [id]);
    expect(line).toEqual({ fact: 'fact.sensitive', data: { section: 'exploitation-history' } });
  });

  it('opens a level-3 note with a reason, which is written down', async () => {
    const { id } = await notes.write(viewer, file.id, sealed);
    expect(await notes.openSealed(viewer, file.id, id, 'Preparing the court day.')).toEqual({ id, text: secret });
    const [entry] = await app.manager.query(
      `SELECT viewer_id, details FROM audit_entry WHERE subject_id = $1 AND action = 'note.sensitive-opened'`,
      [id],
    );
    expect(entry).toMatchObject({ viewer_id: viewer.userId, details: { reason: 'Preparing the court day.' } });
    const [opening] = await app.manager.query('SELECT reason FROM case_note_opening WHERE note_id = $1', [id]);
    expect(opening).toEqual({ reason: 'Preparing the court day.' });
  });

  it('opens nothing for half a reason', async () => {
    const { id } = await notes.write(viewer, file.id, sealed);
    await expect(notes.openSealed(viewer, file.id, id, 'because')).rejects.toMatchObject({ code: 'REASON_TOO_SHORT' });
  });

  it('makes one note of a draft that is sent twice', async () => {
    const draft = { id: newId(), level: 'ordinary', text: 'Spoke with her sister.' } as const;
    await notes.write(viewer, file.id, draft);
    await notes.write(viewer, file.id, draft);
    expect(await app.manager.countBy(Note, { id: draft.id })).toBe(1);
  });

  it('corrects by a new entry that points to the former one, once', async () => {
    const first = await notes.write(viewer, file.id, { level: 'ordinary', text: 'She has two sons.' });
    const second = await notes.write(viewer, file.id, {
      level: 'ordinary',
      text: 'She has three sons.',
      correctsNoteId: first.id,
    });
    const list = await notes.list(viewer, file.id);
    expect(list.find(({ id }) => id === first.id)).toMatchObject({
      text: 'She has two sons.',
      correctedByNoteId: second.id,
    });
    await expect(
      notes.write(viewer, file.id, { level: 'ordinary', text: 'Four.', correctsNoteId: first.id }),
    ).rejects.toMatchObject({ code: 'NOTE_CORRECTED_ALREADY' });
  });

  it('has no way to change or delete what was written', async () => {
    const note = await newNote(app.manager, file);
    await expect(app.manager.update(Note, { id: note.id }, { text: 'Something else.' })).rejects.toThrow();
    await expect(app.manager.delete(Note, { id: note.id })).rejects.toThrow();
  });

  it('takes no note on a closed case', async () => {
    const person = await newPerson(app.manager, { centreId: file.centreId });
    const closed = await newCase(app.manager, person, {
      organisationId: file.organisationId,
      stage: 'closed',
      closedAt: app.clock.now(),
    });
    await expect(notes.write(viewer, closed.id, { level: 'ordinary', text: 'Late.' })).rejects.toMatchObject({
      code: 'CASE_NOT_OPEN',
    });
  });
});
