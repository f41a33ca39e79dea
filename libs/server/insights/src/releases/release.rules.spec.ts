import { centresOf, whyNotApprove, whyNotBuild, RELEASE_STATES, RELEASE_TRANSITIONS } from './release.rules';

describe('building a release', () => {
  it.each([
    ['2026-Q1', '2026-04-01', null],
    ['2026-Q1', '2026-03-31', 'QUARTER_NOT_OVER'],
    ['2026-Q3', '2026-04-01', 'QUARTER_NOT_OVER'],
    ['first quarter', '2026-04-01', 'QUARTER_UNKNOWN'],
  ])('for %s on %s: %s', (quarter, today, code) => {
    expect(whyNotBuild(quarter, today)?.code ?? null).toBe(code);
  });
});

describe('approving a release', () => {
  const release = { state: 'disclosure-checked' as const, requestedBy: 'analyst', breaches: 0 };

  it.each([
    ['by a second person', {}, 'approver', null],
    ['by who built it', {}, 'analyst', 'SECOND_PERSON_NEEDED'],
    ['before the check', { state: 'computed' as const }, 'approver', 'TRANSITION_REFUSED'],
    ['that the attack has broken', { breaches: 1 }, 'approver', 'DISCLOSURE_NOT_SAFE'],
    ['twice', { state: 'approved' as const }, 'approver', 'TRANSITION_REFUSED'],
  ])('%s', (_, change, approver, code) => {
    expect(whyNotApprove({ ...release, ...change }, approver)?.code ?? null).toBe(code);
  });

  it('leads from every state only to states that exist', () => {
    expect(Object.keys(RELEASE_TRANSITIONS).sort()).toEqual([...RELEASE_STATES].sort());
  });
});

describe('which centres count', () => {
  const centre = (centreId: string) => ({ centreId, name: centreId, province: null });

  it('are all, in the first release', () => {
    expect(centresOf([centre('a'), centre('b')], null).map(({ countsFrom }) => countsFrom)).toEqual(['1900-01-01', '1900-01-01']);
  });

  it('a new centre counts from the first quarter that was never published, so that no two releases differ by it', () => {
    const former = { quarter: '2026-Q1', centres: [{ ...centre('a'), countsFrom: '1900-01-01' }] };
    const next = centresOf([centre('a'), centre('b')], former);
    expect(next).toMatchObject([{ centreId: 'a', countsFrom: '1900-01-01' }, { centreId: 'b', countsFrom: '2026-04-01' }]);
    expect(centresOf([centre('a'), centre('b')], { quarter: '2026-Q2', centres: next })).toEqual(next);
  });

  it('a centre that has closed goes on counting', () => {
    const former = { quarter: '2026-Q1', centres: [{ ...centre('a'), countsFrom: '1900-01-01' }] };
    expect(centresOf([], former)).toEqual(former.centres);
  });
});
