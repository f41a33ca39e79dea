import { newRelease, newReleaseValue } from '@sampan/insights/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { Workbook } from 'exceljs';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface Release {
  readonly id: string;
  readonly state: string;
  readonly whyNotApprove: string | null;
  readonly checkedTables: { breaches: number }[];
}

/** A country that no other test releases numbers of. */
const COUNTRY = 'VN';

describe('releases', () => {
  let database: DataSource;
  let analyst: Client;
  let approver: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    const { id: centreId } = await newCentre(database.manager, { country: COUNTRY });
    analyst = await signedInAs(database, 'analyst', { reach: 'country', country: COUNTRY, centreId });
    approver = await signedInAs(database, 'release-approver', { reach: 'country', country: COUNTRY, centreId });
  });
  afterAll(() => database.destroy());

  const built = async (id: string): Promise<Release> => {
    for (;;) {
      const { body } = await analyst.get<Release>(`releases/${id}`);
      if (body.state === 'disclosure-checked') {
        return body;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  it('are built by a job, approved by a second person and published', async () => {
    const id = newId();
    const request = { id, countryCode: COUNTRY, quarter: '2025-Q2' };
    const first = await analyst.post<Release>('releases', request);
    expect([first.status, first.body.state]).toEqual([202, 'building']);
    expect((await analyst.post<Release>('releases', request)).body.id).toBe(id);

    const checked = await built(id);
    expect(checked.checkedTables.every(({ breaches }) => breaches === 0)).toBe(true);
    expect(checked.whyNotApprove).toBe('SECOND_PERSON_NEEDED');
    expect((await approver.post<Problem>(`releases/${id}/publish`)).body.code).toBe('TRANSITION_REFUSED');
    expect((await approver.post<Release>(`releases/${id}/approve`)).body.state).toBe('approved');
    expect((await approver.post<Release>(`releases/${id}/publish`)).body.state).toBe('published');
    const { body } = await analyst.get<{ items: Release[] }>('releases?states=published');
    expect(body.items.map((release) => release.id)).toEqual([id]);
  });

  it.each([
    ['a quarter that is not written as one', { quarter: 'spring' }, 400, 'VALIDATION_FAILED'],
    ['a quarter that is not over', { quarter: '2999-Q4' }, 422, 'QUARTER_NOT_OVER'],
    ['a country that is not mine', { countryCode: 'PH' }, 404, 'COUNTRY_NOT_FOUND'],
  ])('are not built for %s', async (_, change, status, code) => {
    const answer = await analyst.post<Problem>('releases', { countryCode: COUNTRY, quarter: '2025-Q1', ...change });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('are discarded before they are published, and not after', async () => {
    const waiting = await newRelease(database.manager, { country: COUNTRY, quarter: '2024-Q1' });
    expect((await analyst.post<Release>(`releases/${waiting.id}/discard`)).body.state).toBe('discarded');
    expect((await analyst.post<Problem>(`releases/${waiting.id}/discard`)).body.code).toBe('TRANSITION_REFUSED');
  });

  describe('with a number that is too small', () => {
    let releaseId: string;
    const below = { value: null, suppressed: true, reason: 'below-threshold' as const, bound: { is: 'below' as const, than: 10 } };

    beforeAll(async () => {
      const release = await newRelease(database.manager, { country: COUNTRY, state: 'superseded' });
      releaseId = release.id;
      await newReleaseValue(database.manager, release);
      await newReleaseValue(database.manager, release, {
        dimension: 'place', category: 'centre:x', place: { level: 'centre', name: '=1+1', province: null, centres: 1 },
        numbers: { rate: null, knownRate: null, coverage: null, numerator: below, denominator: below, unknown: null, excluded: null, due: null, cohort: null },
      });
    });

    it('say that it is suppressed, and why', async () => {
      const { body } = await analyst.get<{ values: object[] }>(`releases/${releaseId}/values?code=P1&dimension=place`);
      expect(body.values).toHaveLength(1);
      expect(body.values[0]).toMatchObject({ numerator: below, place: { level: 'centre' } });
    });

    it('have it so in CSV, and no name becomes a formula', async () => {
      const { body, headers } = await analyst.get<string>(`releases/${releaseId}/csv`);
      expect(headers.get('content-disposition')).toContain('.csv');
      expect(body).toContain('<10');
      expect(body).toContain("'=1+1");
    });

    it('have it so in XLSX, with the definitions beside', async () => {
      const { body } = await analyst.get<Buffer>(`releases/${releaseId}/xlsx`);
      const workbook = new Workbook();
      await workbook.xlsx.load(body as never);
      const cells = workbook.getWorksheet('values')?.getSheetValues().flat() ?? [];
      expect(cells).toEqual(expect.arrayContaining(['<10', "'=1+1", 44]));
      expect(workbook.getWorksheet('definitions')?.rowCount).toBeGreaterThan(50);
    });
  });
});
