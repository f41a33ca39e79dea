import { viewerOf } from '@sampan/access/testing';
import { newId } from '@sampan/kernel';
import { educationFieldNames, occupationNames } from '@sampan/organisations';
import { testApp, type TestApp } from '@sampan/testing';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { PROGRAMME_NAMES } from '../testing';
import { TrainingModule } from '../training.module';
import { CreateProgrammeDto } from './programme.dto';
import { ProgrammesService } from './programmes.service';
import { StartingProgrammes } from './starting-programmes';
import { STARTING_PROGRAMMES, USUAL_CONDITIONS } from './starting-programmes.data';

const content = {
  names: PROGRAMME_NAMES, hours: 240, iscedField: '0713', iscoOccupations: ['7411'], minimumAttendancePercent: 80, assessmentRequired: true,
};

describe('programmes, on the database', () => {
  let app: TestApp;
  let programmes: ProgrammesService;
  const viewer = viewerOf('manager', []);

  beforeAll(async () => {
    app = await testApp([TrainingModule]);
    programmes = app.get(ProgrammesService);
  });
  afterAll(() => app.close());

  it('begin with a draft, once for the same request', async () => {
    const request = { ...content, id: newId(), code: 'ELEC-1' };
    const made = await programmes.create(viewer, request);
    expect(made.versions).toEqual([expect.objectContaining({ number: 1, state: 'draft', missedSessionsUntilLeftEarly: 14, aqrfLevel: null })]);
    expect(await programmes.create(viewer, request)).toEqual(made);
    await expect(programmes.create(viewer, { ...request, id: newId() })).rejects.toMatchObject({ code: 'PROGRAMME_CODE_TAKEN' });
  });

  it('are edited as drafts, and never after somebody has approved them', async () => {
    const { id, versions } = await programmes.create(viewer, { ...content, code: 'ELEC-2' });
    const versionId = versions[0]?.id ?? '';
    const edited = await programmes.updateVersion(viewer, id, versionId, { ...content, hours: 300, version: 1 });
    expect(edited.versions[0]).toMatchObject({ hours: 300, version: 2 });
    await expect(programmes.updateVersion(viewer, id, versionId, { ...content, hours: 310, version: 1 })).rejects.toMatchObject({
      code: 'STALE_VERSION', details: { mine: expect.objectContaining({ hours: 310 }), theirs: expect.objectContaining({ hours: 300 }) },
    });
    await programmes.moveVersion(viewer, id, versionId, 'approved');
    await expect(programmes.updateVersion(viewer, id, versionId, { ...content, version: 3 })).rejects.toMatchObject({ code: 'PROGRAMME_VERSION_FIXED' });
  });

  it('get a new version beside the published one', async () => {
    const { id, versions } = await programmes.create(viewer, { ...content, code: 'ELEC-3' });
    const versionId = versions[0]?.id ?? '';
    await expect(programmes.addVersion(viewer, id, content)).rejects.toMatchObject({ code: 'DRAFT_EXISTS' });
    await expect(programmes.moveVersion(viewer, id, versionId, 'published')).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });
    await programmes.moveVersion(viewer, id, versionId, 'approved');
    await programmes.moveVersion(viewer, id, versionId, 'published');
    const { versions: both } = await programmes.addVersion(viewer, id, { ...content, hours: 260 });
    expect(both.map(({ number, state, hours }) => [number, state, hours])).toEqual([[2, 'draft', 260], [1, 'published', 240]]);
  });

  it('that do not exist have no versions to approve', async () => {
    await expect(programmes.get(newId())).rejects.toMatchObject({ code: 'PROGRAMME_NOT_FOUND' });
    await expect(programmes.moveVersion(viewer, newId(), newId(), 'approved')).rejects.toMatchObject({ code: 'PROGRAMME_VERSION_NOT_FOUND' });
  });

  it('begin with samples, once each, also when two ask at the same moment', async () => {
    const samples = app.get(StartingProgrammes);
    const before = await samples.offered();
    expect(before.find(({ code }) => code === 'CARE')).toMatchObject({
      hours: 300, taken: false, field: { code: '0921', names: { en: 'Care of the elderly and of disabled adults' } }, occupations: [{ code: '5322', names: { th: 'ผู้ดูแลผู้สูงอายุตามบ้าน' } }, { code: '5321' }],
    });
    await Promise.all([samples.begin(viewer, ['CARE', 'WELD', 'NOT-OFFERED']), samples.begin(viewer, ['WELD', 'FARM'])]);
    const after = await samples.begin(viewer, ['CARE']);
    expect(after.filter(({ taken }) => taken).map(({ code }) => code)).toEqual(['WELD', 'CARE', 'FARM']);
    const made = (await programmes.list()).filter(({ code }) => ['CARE', 'WELD', 'FARM', 'NOT-OFFERED'].includes(code));
    expect(made.map(({ code, versions }) => [code, ...versions.map(({ state, number }) => `${number} ${state}`)])).toEqual([['CARE', '1 draft'], ['FARM', '1 draft'], ['WELD', '1 draft']]);
  });

  it.each(STARTING_PROGRAMMES)('$code as a sample can be made as it is', async (sample) => {
    const body = plainToInstance(CreateProgrammeDto, { ...sample, ...USUAL_CONDITIONS });
    expect(await validate(body, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
    const named = [educationFieldNames(sample.iscedField), ...sample.iscoOccupations.map(occupationNames)];
    expect(named.filter(({ km }) => /^\d/.test(km))).toEqual([]);
  });
});
