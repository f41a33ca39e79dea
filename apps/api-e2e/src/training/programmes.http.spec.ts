import type { DataSource } from 'typeorm';
import { newCentre } from '@sampan/organisations/testing';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface ProgrammeAnswer {
  readonly id: string;
  readonly versions: { readonly id: string; readonly state: string }[];
}

describe('programmes', () => {
  let database: DataSource;
  let manager: Client;
  let supervisor: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    const centreId = (await newCentre(database.manager)).id;
    [manager, supervisor] = [await signedInAs(database, 'manager', { centreId }), await signedInAs(database, 'supervisor', { centreId })];
  });
  afterAll(() => database.destroy());

  const content = {
    names: { en: 'Sewing', km: 'ដេរប៉ាក់', th: 'ตัดเย็บ', zh: '缝纫', id: 'Menjahit' },
    hours: 120, iscedField: '0723', iscoOccupations: ['7531'], minimumAttendancePercent: 75, assessmentRequired: false,
  };

  it('are written by one and approved and published by another', async () => {
    const { status, body } = await manager.post<ProgrammeAnswer>('programmes', { ...content, code: 'SEW-HTTP' });
    expect(status).toBe(201);
    const version = `programmes/${body.id}/versions/${body.versions[0]!.id}`;
    expect((await manager.post<Problem>(`${version}/approve`)).body.code).toBe('NOT_PERMITTED');
    expect((await supervisor.post<Problem>(`${version}/publish`)).body.code).toBe('TRANSITION_REFUSED');
    expect((await supervisor.post<ProgrammeAnswer>(`${version}/approve`)).body.versions[0]!.state).toBe('approved');
    expect((await supervisor.post<ProgrammeAnswer>(`${version}/publish`)).body.versions[0]!.state).toBe('published');
    expect((await manager.get<ProgrammeAnswer[]>('programmes')).body.map(({ id }) => id)).toContain(body.id);
  });

  it.each([[{ iscoOccupations: ['74'] }], [{ hours: 0 }], [{ names: { en: 'Only English' } }], [{ minimumAttendancePercent: 101 }]])(
    'are not written with %j',
    async (wrong) => {
      const { status } = await manager.post('programmes', { ...content, code: 'BAD-HTTP', ...wrong });
      expect(status).toBe(400);
    },
  );
});
