import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { newAttendance, newCohort, newEnrolment, newProgrammeVersion, newSession } from '@sampan/training/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import { Client, type Problem } from '../support/client';

interface CertificateAnswer {
  readonly id: string;
  readonly codeToType: string;
  readonly version: number;
}

describe('completion and certificates', () => {
  let database: DataSource;
  let centreId: string;
  let manager: Client;
  const stranger = new Client();

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager, { name: 'Demo Centre' })).id;
    manager = await signedInAs(database, 'manager', { centreId });
  });
  afterAll(() => database.destroy());

  const aTrainee = async (): Promise<string> => {
    const version = await newProgrammeVersion(database.manager, { assessmentRequired: true });
    const cohort = await newCohort(database.manager, { centreId, programmeVersionId: version.id });
    const { id: personId } = await newPerson(database.manager, { centreId, fullName: 'ស្រីពៅ ញ៉ែម', latinName: 'Sreypov Nhem' });
    const enrolment = await newEnrolment(database.manager, cohort, personId, { state: 'active', enteredOn: '2026-02-02' });
    const session = await newSession(database.manager, cohort, { sessionOn: '2026-02-02', state: 'held', registerTakenAt: new Date('2026-02-02T05:00:00Z') });
    await newAttendance(database.manager, session, enrolment);
    return enrolment.id;
  };
  const aCertificate = async (): Promise<CertificateAnswer> => {
    const enrolmentId = await aTrainee();
    await manager.put(`enrolments/${enrolmentId}/assessment`, { passed: true, assessedOn: '2026-02-27', version: 1 });
    await manager.post(`enrolments/${enrolmentId}/complete`, { version: 2 });
    const { status, body } = await manager.post<CertificateAnswer>('certificates', { enrolmentId });
    expect(status).toBe(201);
    return body;
  };

  it('needs every condition, and says which are missing', async () => {
    const enrolmentId = await aTrainee();
    const { body } = await manager.get<{ condition: string; met: boolean }[]>(`enrolments/${enrolmentId}/completion`);
    expect(body.filter(({ met }) => !met).map(({ condition }) => condition)).toEqual(['assessment']);
    expect((await manager.post<Problem>(`enrolments/${enrolmentId}/complete`, { version: 1 })).body.code).toBe('COMPLETION_CONDITIONS_NOT_MET');
    expect((await manager.post<Problem>('certificates', { enrolmentId })).body.code).toBe('ENROLMENT_NOT_COMPLETED');
  });

  it('can be checked by anybody with the code, who learns five things', async () => {
    const { codeToType } = await aCertificate();
    const { status, body, headers } = await stranger.get<object>(`certificates/verify/${codeToType}`);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['initials', 'issuedOn', 'issuer', 'programmeNames', 'status']);
    expect(body).toMatchObject({ initials: 'S. N.', status: 'issued', issuer: 'Demo Centre' });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is not found by a code that was never issued', async () => {
    const { status, body } = await stranger.get<Problem>('certificates/verify/0000-0000-0000-0000');
    expect([status, body.code]).toEqual([404, 'CERTIFICATE_NOT_FOUND']);
  });

  it('is shown as revoked once it is, and is not printed any more', async () => {
    const { id, codeToType, version } = await aCertificate();
    expect((await manager.post(`certificates/${id}/revoke`, { reason: 'no', version })).status).toBe(400);
    expect((await manager.post(`certificates/${id}/revoke`, { reason: 'Issued by mistake.', version })).status).toBe(200);
    expect((await stranger.get(`certificates/verify/${codeToType}`)).body).toMatchObject({ status: 'revoked' });
    expect((await manager.get<Problem>(`certificates/${id}/pdf`)).body.code).toBe('CERTIFICATE_NOT_IN_FORCE');
  });

  it.each(['km', 'th', 'en'])('is printed in %s with the fonts inside', async (language) => {
    const { id } = await aCertificate();
    const { status, body, headers } = await manager.get<Buffer | Problem>(`certificates/${id}/pdf?language=${language}`);
    if (status === 503) {
      expect(body).toMatchObject({ code: 'PDF_UNAVAILABLE' });
      return;
    }
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = (body as Buffer).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansKhmer/);
    expect(pdf).toContain('/FontFile2');
  });

  it('is refused in a language that the product does not speak', async () => {
    const { id } = await aCertificate();
    expect((await manager.get(`certificates/${id}/pdf?language=xx`)).status).toBe(400);
  });
});
