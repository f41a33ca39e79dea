import { newCentre, newOrganisation } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly closedOn: string | null;
}

describe('organisations and centres', () => {
  let database: DataSource;
  let admin: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    admin = await signedInAs(database, 'administrator', { reach: 'all' });
  });
  afterAll(() => database.destroy());

  const CENTRE = { name: 'Centre Riverside', names: { km: 'មជ្ឈមណ្ឌលមាត់ទន្លេ' }, country: 'TH', timeZone: 'Asia/Bangkok', adminAreaCode: 'TH-27', languages: ['th', 'en'] };

  it('are added, found by a part of the name in any language, changed and closed', async () => {
    const organisation = await admin.post<Versioned>('organisations', { name: 'Foundation of the Two Rivers', country: 'TH' });
    expect(organisation.status).toBe(201);
    const centre = await admin.post<Versioned>('centres', { ...CENTRE, organisationId: organisation.body.id });
    expect(centre.body).toMatchObject({ organisationName: 'Foundation of the Two Rivers', closedOn: null, version: 1 });
    expect((await admin.get<{ items: Versioned[] }>(`centres/files?name=${encodeURIComponent('មាត់ទន្លេ')}`)).body.items.map(({ id }) => id)).toContain(centre.body.id);

    const { country: _, ...content } = CENTRE;
    expect((await admin.put<Problem>(`organisations/${organisation.body.id}`, { name: 'Two Rivers', country: 'TH', closed: true, version: 1 })).body.code).toBe('ORGANISATION_HAS_CENTRES');
    const closed = await admin.put<Versioned>(`centres/${centre.body.id}`, { ...content, address: '12 Market Road', closed: true, version: 1 });
    expect(closed.body).toMatchObject({ version: 2, address: '12 Market Road', closedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
    expect((await admin.put<Versioned>(`organisations/${organisation.body.id}`, { name: 'Two Rivers', country: 'TH', closed: true, version: 1 })).body.closedOn).not.toBeNull();
    expect((await admin.get<{ items: Versioned[] }>('organisations?name=two%20rivers')).body.items).toEqual([]);
    expect((await admin.get<{ items: Versioned[] }>('organisations?name=two%20rivers&closedToo=true')).body.items).toHaveLength(1);
    expect((await admin.post<Problem>('centres', { ...CENTRE, organisationId: organisation.body.id })).body.code).toBe('ORGANISATION_CLOSED');
  });

  it('refuse a write on an older state, a province of another country, a zone that is none', async () => {
    const centre = await newCentre(database.manager);
    const content = { name: 'Centre', timeZone: 'Asia/Bangkok', languages: ['th'], closed: false };
    expect((await admin.put<Problem>(`centres/${centre.id}`, { ...content, version: 7 })).body).toMatchObject({ status: 409, code: 'STALE_VERSION' });
    expect((await admin.put<Problem>(`centres/${centre.id}`, { ...content, adminAreaCode: 'KH-1', version: 1 })).body).toMatchObject({ status: 422, code: 'ADMIN_AREA_ELSEWHERE' });
    expect((await admin.put<Problem>(`centres/${centre.id}`, { ...content, timeZone: 'Asia/Nowhere', version: 1 })).status).toBe(400);
  });

  it('are added within one’s own reach only', async () => {
    const organisation = await newOrganisation(database.manager);
    const own = await newCentre(database.manager, { organisationId: organisation.id });
    const ofOne = await signedInAs(database, 'administrator', { reach: 'organisation', organisationId: organisation.id });
    expect((await ofOne.get(`centres/${own.id}`)).status).toBe(200);
    expect((await ofOne.post<Problem>('organisations', { name: 'Another', country: 'TH' })).body).toMatchObject({ status: 403, code: 'ORGANISATION_OUT_OF_REACH' });
    expect((await ofOne.post<Problem>('centres', { ...CENTRE, organisationId: (await newOrganisation(database.manager)).id })).body).toMatchObject({ status: 403, code: 'CENTRE_OUT_OF_REACH' });
    const added = await ofOne.post<Versioned>('centres', { ...CENTRE, organisationId: organisation.id });
    expect(added.status).toBe(201);
    expect((await ofOne.get(`centres/${added.body.id}`)).status).toBe(200);
  });
});
