import { whyNotMove } from '@sampan/kernel';
import { paperGates, sendingGates, whyNotPass, worriesOf } from './gates.rules';
import { isWithheld, PASSPORT_HOLDERS, PLACEMENT_STATES, PLACEMENT_TRANSITIONS, type PlacementState } from './placement.rules';
import { blankHeads, COST_HEADS, paidByPerson, type RecruitmentCost } from './recruitment-cost.rules';

const noCosts: RecruitmentCost[] = COST_HEADS.map((head) => ({ head, amount: 0, paidBy: 'nobody' }));
const sending = {
  employer: 'cleared', agency: null, vacancy: 'open', screen: 'passed', consent: true, treatAsMinor: false, homeCountry: 'KH', jobCountry: 'TH',
} as const;
const paper = { contractFileId: 'a-file', contractLanguage: 'km', contractUnderstood: true, passportHolder: 'person', costs: noCosts } as const;
const shutIn = (gates: ReturnType<typeof paperGates>) => gates.filter(({ passed }) => !passed).map(({ missing }) => missing);

describe('Being sent to a job by the centre', () => {
  it('is open when everything is in order', () => {
    expect(whyNotPass([...sendingGates(sending), ...paperGates(paper)])).toBeNull();
  });

  it.each([
    ['EMPLOYER_UNVETTED', { employer: 'unvetted' }],
    ['EMPLOYER_IN_REVIEW', { employer: 'in-review' }],
    ['EMPLOYER_EXPIRED', { employer: 'expired' }],
    ['EMPLOYER_BLOCKED', { employer: 'blocked' }],
    ['AGENCY_UNVETTED', { agency: 'unvetted' }],
    ['VACANCY_NOT_PASSED', { screen: null }],
    ['VACANCY_NOT_PASSED', { screen: 'more-needed' }],
    ['VACANCY_NOT_PASSED', { screen: 'failed' }],
    ['VACANCY_NOT_PASSED', { vacancy: 'blocked' }],
    ['VACANCY_NOT_PASSED', { vacancy: 'screening' }],
    ['VACANCY_NOT_PASSED', { vacancy: 'draft' }],
    ['CONSENT_MISSING', { consent: false }],
    ['MINOR_ACROSS_BORDER', { treatAsMinor: true }],
  ] as const)('is shut by %s', (missing, change) => {
    expect(shutIn(sendingGates({ ...sending, ...change }))).toEqual([missing]);
  });

  it.each(['filled', 'closed'] as const)('is open for somebody who has a place in a vacancy that is %s since', (vacancy) => {
    expect(shutIn(sendingGates({ ...sending, vacancy }))).toEqual([]);
  });

  it('is open for a conditional employer, and for a minor in the own country', () => {
    expect(shutIn(sendingGates({ ...sending, employer: 'conditional', treatAsMinor: true, jobCountry: 'KH' }))).toEqual([]);
  });

  it.each([
    ['CONTRACT_MISSING', { contractFileId: null }],
    ['CONTRACT_NOT_UNDERSTOOD', { contractUnderstood: false }],
    ['CONTRACT_NOT_UNDERSTOOD', { contractLanguage: null }],
    ['PASSPORT_HOLDER_MISSING', { passportHolder: null }],
    ['PASSPORT_WITHHELD', { passportHolder: 'agency' }],
    ['COSTS_BLANK', { costs: noCosts.slice(1) }],
  ] as const)('is shut by %s', (missing, change) => {
    expect(shutIn(paperGates({ ...paper, ...change }))).toEqual([missing]);
  });

  it('names every shut gate at once', () => {
    expect(whyNotPass(paperGates({ ...paper, contractFileId: null, costs: [] }))).toMatchObject({
      code: 'GATES_SHUT', details: { missing: ['CONTRACT_MISSING', 'COSTS_BLANK'] },
    });
  });

  it('takes a zero as an answer and a blank as none', () => {
    expect(blankHeads(noCosts)).toEqual([]);
    expect(blankHeads(noCosts.filter(({ head }) => head !== 'medical'))).toEqual(['medical']);
    expect(paidByPerson([{ head: 'medical', amount: 20, paidBy: 'person' }, { head: 'training', amount: 50, paidBy: 'employer' }])).toBe(20);
  });
});

describe('A job that is recorded because it happened', () => {
  const job = { hasWrittenContract: true, worksForOthers: true, passportHolder: 'person', costs: noCosts, treatAsMinor: false, homeCountry: 'KH', jobCountry: 'TH' } as const;
  it.each([
    ['nothing wrong', {}, []],
    ['no contract', { hasWrittenContract: false }, ['no-contract']],
    ['own business needs no contract', { hasWrittenContract: false, worksForOthers: false }, []],
    ['the employer holds the passport', { passportHolder: 'employer' }, ['passport-withheld']],
    ['the person paid a fee', { costs: [{ head: 'recruitment-fee', amount: 1, paidBy: 'person' }] }, ['person-paid-fee']],
    ['a minor abroad', { treatAsMinor: true }, ['minor-across-border']],
    ['a minor at home', { treatAsMinor: true, jobCountry: 'KH' }, []],
    ['two things at once', { hasWrittenContract: false, passportHolder: 'agency' }, ['no-contract', 'passport-withheld']],
  ] as const)('%s', (_, change, expected) => {
    expect(worriesOf({ ...job, ...change })).toEqual(expected);
  });

  it.each(PASSPORT_HOLDERS.map((holder) => [holder, ['employer', 'agency', 'somebody-else'].includes(holder)] as const))('passport with %s is withheld: %s', (holder, withheld) => {
    expect(isWithheld(holder)).toBe(withheld);
  });
});

describe('A placement', () => {
  const allowed: Record<PlacementState, PlacementState[]> = {
    offered: ['contract-checked', 'never-started'],
    'contract-checked': ['offered', 'started', 'never-started'],
    started: ['active', 'ended', 'never-started'],
    active: ['ended'],
    ended: [],
    'never-started': [],
  };
  it.each(PLACEMENT_STATES.flatMap((from) => PLACEMENT_STATES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    expect(whyNotMove(PLACEMENT_TRANSITIONS, from, to) === null).toBe(allowed[from].includes(to));
  });
});
