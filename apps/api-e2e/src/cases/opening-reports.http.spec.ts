import { newCase, newNote } from '@sampan/cases/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, signIn } from '../support/accounts';
import type { Problem } from '../support/client';

describe('a weekly report of opened level-3 notes', () => {
  let database: DataSource;

  beforeAll(async () => {
    database = await apiDatabase();
  });
  afterAll(() => database.destroy());

  it('is listed, opened and acknowledged by the supervisor whom it is for', async () => {
    const centre = await newCentre(database.manager, { country: 'TH' });
    const account = await newAccount(database, 'supervisor', { centreId: centre.id });
    const supervisor = await signIn(account.email);
    const file = await newCase(database.manager, await newPerson(database.manager, { centreId: centre.id }), { organisationId: centre.organisationId });
    const note = await newNote(database.manager, file, { level: 'level-3', section: 'health', text: null, sealedText: null });
    const reportId = newId();
    await database.query(
      `INSERT INTO case_note_opening (id, note_id, case_id, person_id, centre_id, opened_by, reason, opened_at) VALUES (uuidv7(), $1, $2, $3, $4, $5, 'Before the doctor comes.', '2026-02-25T03:00:00Z')`,
      [note.id, file.id, file.personId, centre.id, account.id],
    );
    await database.query(
      `INSERT INTO opening_report (id, centre_id, supervisor_id, week_from, week_to, openings, made_at) VALUES ($1, $2, $3, '2026-02-23', '2026-03-01', 1, now())`,
      [reportId, centre.id, account.id],
    );
    expect((await supervisor.get<object[]>('opening-reports')).body).toMatchObject([{ id: reportId, centreName: centre.name, weekFrom: '2026-02-23', openings: 1, acknowledgedAt: null }]);
    const opened = await supervisor.get<{ lines: object[] }>(`opening-reports/${reportId}`);
    expect(opened.body.lines).toMatchObject([{ caseId: file.id, caseNumber: file.number, section: 'health', reason: 'Before the doctor comes.', openedByRoles: ['supervisor'] }]);
    expect((await supervisor.post(`opening-reports/${reportId}/acknowledge`)).status).toBe(204);
    expect((await supervisor.get<{ acknowledgedAt: string | null }>(`opening-reports/${reportId}`)).body.acknowledgedAt).not.toBeNull();
    expect((await supervisor.get<Problem>(`opening-reports/${newId()}`)).body.code).toBe('OPENING_REPORT_NOT_FOUND');
  });
});
