import { allowedGivers, consentState, mayProceed, type ConsentState, type LegalBasis } from './consent.rules';

const TODAY = '2026-05-10';

describe('the state of a consent', () => {
  it.each([
    [null, 'not-asked'],
    [{ answer: 'given', validUntil: null }, 'given'],
    [{ answer: 'given', validUntil: '2026-05-10' }, 'given'],
    [{ answer: 'given', validUntil: '2026-05-09' }, 'expired'],
    [{ answer: 'refused', validUntil: null }, 'refused'],
    [{ answer: 'withdrawn', validUntil: '2020-01-01' }, 'withdrawn'],
  ] as const)('of %j is %s', (latest, state) => {
    expect(consentState(latest, TODAY)).toBe(state);
  });
});

describe('whether the work may go on', () => {
  it.each<[ConsentState, LegalBasis, boolean]>([
    ['given', 'consent', true],
    ['not-asked', 'consent', false],
    ['refused', 'consent', false],
    ['expired', 'consent', false],
    ['not-asked', 'contract', true],
    ['withdrawn', 'contract', false],
    ['refused', 'public-task', false],
  ])('%s, on the basis of %s: %s', (state, basis, may) => {
    expect(mayProceed(state, basis)).toBe(may);
  });
});

describe('who has to agree', () => {
  const thailand = { aloneFrom: 20, togetherFrom: 10 };
  it.each([
    [25, false, false, ['self']],
    [20, false, false, ['self']],
    [19, false, false, ['self-and-guardian', 'competent-authority']],
    [15, true, false, ['self-and-guardian', 'competent-authority']],
    [9, true, false, ['guardian', 'competent-authority']],
    [15, true, true, ['competent-authority']],
    [null, true, false, ['self-and-guardian', 'competent-authority']],
    [30, true, false, ['self-and-guardian', 'competent-authority']],
  ] as const)('at least %s years old, treated as a child %s, guardian implicated %s', (age, minor, implicated, givers) => {
    expect(allowedGivers(age, minor, implicated, thailand)).toEqual(givers);
  });
});
