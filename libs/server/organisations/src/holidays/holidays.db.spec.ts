import { testApp, type TestApp } from '@sampan/testing';
import { OrganisationsModule } from '../organisations.module';
import { ReferenceData } from '../reference-data';
import { newCentre, newHoliday } from '../testing';
import { Holiday } from './holiday.entity';
import { Holidays } from './holidays';

describe('holidays, on the database', () => {
  let app: TestApp;
  beforeAll(async () => (app = await testApp([OrganisationsModule])));
  afterAll(() => app.close());

  it('between two days are the country’s, with the centre’s own word above them', async () => {
    const centre = await newCentre(app.manager, { country: 'TH' });
    const other = await newCentre(app.manager, { country: 'TH' });
    await newHoliday(app.manager, { day: '2029-05-01' });
    await newHoliday(app.manager, { day: '2029-05-04' });
    await newHoliday(app.manager, { day: '2029-05-04', centreId: centre.id, kind: 'work' });
    await newHoliday(app.manager, { day: '2029-05-03', centreId: other.id });
    await newHoliday(app.manager, { day: '2029-05-02', country: 'KH' });
    await newHoliday(app.manager, { day: '2029-06-01' });
    const between = await app.get(Holidays).between(centre.id, '2029-05-01', '2029-05-31');
    expect(between.map(({ day, kind }) => [day, kind])).toEqual([['2029-05-01', 'rest'], ['2029-05-04', 'work']]);
  });

  it('that were moved or taken out do not come back at the next start', async () => {
    const load = () => app.get(ReferenceData).load();
    await load();
    const all = () => app.manager.count(Holiday, { where: { country: 'KH' } });
    const before = await all();
    await app.manager.update(Holiday, { country: 'KH', day: '2026-10-10' }, { day: '2026-10-13' });
    await app.manager.update(Holiday, { country: 'KH', day: '2026-10-11' }, { removed: true });
    await load();
    expect(await all()).toBe(before);
    expect(await app.manager.existsBy(Holiday, { country: 'KH', day: '2026-10-10' })).toBe(false);
  });
});
