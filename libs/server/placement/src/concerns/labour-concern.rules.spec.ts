import { whyNotMove } from '@sampan/kernel';
import { ILO_INDICATORS, type IloIndicator } from './ilo-indicators.rules';
import { CONCERN_STATES, CONCERN_TRANSITIONS, indicatorsOfWorries, maySeeReporter, suggestedSeverity, whyNotMediate, type ConcernSeverity, type ConcernState } from './labour-concern.rules';

const severity: Record<IloIndicator, ConcernSeverity> = {
  'abuse-of-vulnerability': 'medium',
  deception: 'medium',
  'restriction-of-movement': 'critical',
  isolation: 'high',
  'physical-and-sexual-violence': 'critical',
  'intimidation-and-threats': 'critical',
  'retention-of-identity-documents': 'high',
  'withholding-of-wages': 'high',
  'debt-bondage': 'high',
  'abusive-working-and-living-conditions': 'medium',
  'excessive-overtime': 'medium',
};
const neverMediated: IloIndicator[] = ['physical-and-sexual-violence', 'intimidation-and-threats', 'restriction-of-movement', 'isolation', 'retention-of-identity-documents', 'debt-bondage'];

describe('A labour concern', () => {
  it.each(ILO_INDICATORS.map((indicator) => [indicator, severity[indicator]] as const))('with %s counts as %s', (indicator, expected) => {
    expect(suggestedSeverity({ indicators: [indicator], treatAsMinor: false })).toBe(expected);
  });

  it.each(ILO_INDICATORS.map((indicator) => [indicator, !neverMediated.includes(indicator)] as const))('with %s may be mediated: %s', (indicator, may) => {
    expect(whyNotMediate({ indicators: ['excessive-overtime', indicator], treatAsMinor: false }) === null).toBe(may);
  });

  it('of a minor is critical and never mediated', () => {
    expect(suggestedSeverity({ indicators: [], treatAsMinor: true })).toBe('critical');
    expect(whyNotMediate({ indicators: [], treatAsMinor: true })).toMatchObject({ code: 'CONCERN_NEVER_MEDIATED' });
  });

  it('without an indicator is low until somebody looks', () => {
    expect(suggestedSeverity({ indicators: [], treatAsMinor: false })).toBe('low');
  });

  it('reads a withheld passport as an indicator, and a missing contract as none', () => {
    expect(indicatorsOfWorries(['no-contract', 'passport-withheld'])).toEqual(['retention-of-identity-documents']);
  });

  it.each([
    ['the handler with the permission', true, 'me', true],
    ['the handler without the permission', false, 'me', false],
    ['somebody else with the permission', true, 'another', false],
    ['anybody while there is no handler', true, null, false],
  ] as const)('shows who reported to %s: %s %s %s', (_, permission, handler, sees) => {
    expect(maySeeReporter(permission, handler, 'me')).toBe(sees);
  });

  const allowed: Record<ConcernState, ConcernState[]> = {
    received: ['triaged', 'withdrawn-by-person'],
    triaged: ['triaged', 'mediating', 'referred', 'withdrawn-by-person'],
    mediating: ['referred', 'remedied', 'unresolved', 'withdrawn-by-person'],
    referred: ['remedied', 'unresolved', 'withdrawn-by-person'],
    remedied: ['closed'],
    unresolved: ['referred', 'closed'],
    'withdrawn-by-person': ['closed'],
    closed: [],
  };
  it.each(CONCERN_STATES.flatMap((from) => CONCERN_STATES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    expect(whyNotMove(CONCERN_TRANSITIONS, from, to) === null).toBe(allowed[from].includes(to));
  });
});
