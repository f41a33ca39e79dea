import { ageBandOf, certificationOf, checkOutcomeOf, completionOf, exitOutcomeOf, retentionOf, yearOutcomeOf, type Observation } from './outcome.rules';

const seen = (on: string, employment: string, over: Partial<Observation> = {}): Observation => ({ on, employment, sameEmployer: null, verified: true, ...over });

describe('completion, ninety days after the planned end', () => {
  const facts = { outcome: 'completed', exclusion: null, exitedOn: '2025-06-30', plannedEndOn: '2025-06-30' };

  it.each([
    ['completed in time', {}, 'completed'],
    ['completed on the last day of the window', { exitedOn: '2025-09-28' }, 'completed'],
    ['completed too late', { exitedOn: '2025-09-29' }, 'still-in'],
    ['in training still', { outcome: null, exitedOn: null }, 'still-in'],
    ['left early', { outcome: 'left-early' }, 'left-early'],
    ['withdrew', { outcome: 'withdrawn' }, 'left-early'],
    ['went to another centre', { outcome: 'transferred' }, 'transferred'],
    ['died', { outcome: 'deceased' }, 'excluded'],
    ['left for a coded reason', { outcome: 'withdrawn', exclusion: 'long-term-medical' }, 'excluded'],
  ])('%s', (_, change, expected) => {
    expect(completionOf({ ...facts, ...change })).toBe(expected);
  });
});

describe('work on day 180 after the exit', () => {
  const exit = { outcome: 'left-early', exclusion: null, exitedOn: '2025-01-01' };
  const day180 = '2025-06-30';

  it.each([
    ['verified work counts', [seen(day180, 'employed')], 'employed'],
    ['self-employment counts', [seen(day180, 'self-employed')], 'employed'],
    ['work that nobody verified is unknown, not unemployment', [seen(day180, 'employed', { verified: false })], 'unknown'],
    ['nobody asked: unknown', [], 'unknown'],
    ['an answer "unknown" is no answer', [seen(day180, 'unknown')], 'unknown'],
    ['no work, as told', [seen(day180, 'unemployed-seeking', { verified: false })], 'not-employed'],
    ['thirty days early still counts', [seen('2025-05-31', 'employed')], 'employed'],
    ['thirty-one days early does not', [seen('2025-05-30', 'employed')], 'unknown'],
    ['the nearest answer counts', [seen('2025-06-10', 'employed'), seen('2025-07-05', 'unemployed-seeking')], 'not-employed'],
    ['of two equally near the later counts', [seen('2025-06-29', 'employed'), seen('2025-07-01', 'not-seeking')], 'not-employed'],
  ])('%s', (_, observations, expected) => {
    expect(exitOutcomeOf({ ...exit, observations })).toBe(expected);
  });

  it('leaves who went to another centre to that centre', () => {
    expect(exitOutcomeOf({ ...exit, outcome: 'transferred', observations: [] })).toBe('excluded');
    expect(exitOutcomeOf({ ...exit, exclusion: 'called-to-service', observations: [seen(day180, 'employed')] })).toBe('excluded');
  });
});

describe('what completers do one year after', () => {
  it.each([
    ['employed', 'employed'],
    ['self-employed', 'employed'],
    ['apprenticeship', 'apprenticeship'],
    ['in-training', 'training'],
    ['unemployed-seeking', 'seeking'],
    ['not-seeking', 'not-seeking'],
    ['unknown', 'unknown'],
  ])('%s', (employment, expected) => {
    const facts = { outcome: 'completed', exclusion: null, exitedOn: '2025-01-01', observations: [seen('2026-01-20', employment, { verified: false })] };
    expect(yearOutcomeOf(facts)).toBe(expected);
  });
});

describe('certification of completers', () => {
  it.each([
    [{ assessed: true, issuedOn: '2025-03-01' }, 'certified-assessed'],
    [{ assessed: false, issuedOn: '2025-03-01' }, 'certified-unassessed'],
    [{ assessed: true, issuedOn: null }, 'assessed-only'],
    [{ assessed: false, issuedOn: '2025-06-01' }, 'neither'],
  ])('%o', (facts, expected) => {
    expect(certificationOf({ exitedOn: '2025-01-01', ...facts })).toBe(expected);
  });
});

describe('retention', () => {
  const placement = { startedOn: '2025-01-01', endedOn: null, exclusion: null };

  it.each([
    ['with the same employer', 90, { observations: [seen('2025-04-10', 'employed', { sameEmployer: true })] }, 'same'],
    ['with another employer', 90, { observations: [seen('2025-04-10', 'employed', { sameEmployer: false })] }, 'other'],
    ['without work', 90, { observations: [seen('2025-04-10', 'unemployed-seeking')] }, 'none'],
    ['nobody asked', 90, { observations: [] }, 'unknown'],
    ['known to have ended, and nobody asked after', 90, { endedOn: '2025-02-01', observations: [] }, 'ended'],
    ['said the same employer, but the placement had ended', 90, { endedOn: '2025-02-01', observations: [seen('2025-04-10', 'employed', { sameEmployer: true })] }, 'other'],
    ['the grace of day 30 is a week', 30, { observations: [seen('2025-02-08', 'employed', { sameEmployer: true })] }, 'unknown'],
    ['excluded by code', 30, { exclusion: 'deceased', observations: [] }, 'excluded'],
  ])('%s', (_, day, change, expected) => {
    expect(retentionOf({ ...placement, ...change }, day)).toBe(expected);
  });
});

describe('follow-up checks', () => {
  const check = { windowFrom: '2025-01-10', windowTo: '2025-01-20' };

  it.each([
    ['reached inside the window', { attemptedOn: '2025-01-10', reachedOn: '2025-01-20' }, 'reached'],
    ['reached a day too late', { attemptedOn: '2025-01-19', reachedOn: '2025-01-21' }, 'attempted-only'],
    ['called, not reached', { attemptedOn: '2025-01-12', reachedOn: null }, 'attempted-only'],
    ['called too late', { attemptedOn: '2025-01-21', reachedOn: null }, 'not-attempted'],
  ])('%s', (_, facts, expected) => {
    expect(checkOutcomeOf({ ...check, ...facts })).toBe(expected);
  });
});

describe('age bands', () => {
  it.each([[2008, 'under-18'], [2007, '18-24'], [2000, '25-34'], [1976, '35-49'], [1975, '50-plus'], [null, 'unknown']])('born in %s, counted in 2025: %s', (year, band) => {
    expect(ageBandOf(year, '2025-05-01')).toBe(band);
  });
});
