import { whyNotMove } from '@sampan/kernel';
import { maySendTo, requiredChecks, VETTING_CHECKS, VETTING_STATES, VETTING_TRANSITIONS, vettingOn, whyNotDecide, whyNotPropose, type LatestChecks, type VettingState } from './vetting.rules';

const allPassed: LatestChecks = Object.fromEntries(VETTING_CHECKS.map((kind) => [kind, 'passed']));
const proposal = {
  kind: 'recruitment-agency', state: 'in-review', outcome: 'cleared', checks: allPassed,
  today: '2026-03-01', latest: '2027-03-02', validUntil: '2027-03-01', conditions: null,
} as const;

describe('The vetting of an employer', () => {
  const allowed: Record<VettingState, VettingState[]> = {
    unvetted: ['in-review', 'blocked'],
    'in-review': ['cleared', 'conditional', 'blocked'],
    cleared: ['in-review', 'cleared', 'conditional', 'blocked', 'expired'],
    conditional: ['in-review', 'cleared', 'conditional', 'blocked', 'expired'],
    blocked: ['in-review'],
    expired: ['in-review', 'blocked'],
  };
  it.each(VETTING_STATES.flatMap((from) => VETTING_STATES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    expect(whyNotMove(VETTING_TRANSITIONS, from, to) === null).toBe(allowed[from].includes(to));
  });

  it('may be proposed as cleared when every check has passed', () => {
    expect(whyNotPropose(proposal)).toBeNull();
  });

  it('asks an employer that is no agency for no licence', () => {
    expect(requiredChecks('employer', 'cleared')).not.toContain('licence');
    expect(requiredChecks('recruitment-agency', 'conditional')).toContain('licence');
  });

  it.each([
    ['TRANSITION_REFUSED', 'nobody has looked at it yet', { state: 'unvetted' as const }],
    ['TRANSITION_REFUSED', 'it is blocked', { state: 'blocked' as const }],
    ['VETTING_CHECK_FAILED', 'a check failed', { checks: { ...allPassed, 'watch-list': 'failed' as const } }],
    ['VETTING_CHECKS_MISSING', 'a check is missing', { checks: { ...allPassed, 'site-visit': undefined } }],
    ['VETTING_CHECKS_MISSING', 'a check was not possible', { checks: { ...allPassed, 'site-visit': 'not-possible' as const } }],
    ['VETTING_CONDITIONS_MISSING', 'conditions are not stated', { outcome: 'conditional' as const }],
    ['VETTING_DATE_REFUSED', 'the end is today', { validUntil: '2026-03-01' }],
    ['VETTING_DATE_REFUSED', 'the end is too far', { validUntil: '2027-03-03' }],
  ])('answers %s when %s', (code, _, change) => {
    expect(whyNotPropose({ ...proposal, ...change })).toMatchObject({ code });
  });

  it('may be conditional without a visit, when the conditions are stated', () => {
    expect(whyNotPropose({ ...proposal, outcome: 'conditional', conditions: 'Two people at most', checks: { registration: 'passed', licence: 'passed', 'watch-list': 'passed' } })).toBeNull();
  });

  it('is decided by somebody else than the proposer', () => {
    expect(whyNotDecide('a', 'b')).toBeNull();
    expect(whyNotDecide('a', 'a')).toMatchObject({ kind: 'not-allowed', code: 'SECOND_APPROVER_NEEDED' });
    expect(whyNotDecide(null, 'b')).toMatchObject({ code: 'VETTING_NOT_PROPOSED' });
  });

  it.each([
    ['cleared', '2026-03-01', 'cleared'],
    ['cleared', '2026-02-28', 'expired'],
    ['conditional', '2026-02-28', 'expired'],
    ['conditional', null, 'expired'],
    ['blocked', '2026-02-28', 'blocked'],
  ] as const)('%s until %s counts as %s on 1 March', (state, until, expected) => {
    expect(vettingOn(state, until, '2026-03-01')).toBe(expected);
  });

  it.each(VETTING_STATES.map((state) => [state, state === 'cleared' || state === 'conditional'] as const))('%s: people may be sent: %s', (state, may) => {
    expect(maySendTo(state)).toBe(may);
  });
});
