import { ruleBroken, type DomainError, type Transitions } from '@sampan/kernel';
import type { RecordWorry } from '../placements/gates.rules';
import type { IloIndicator } from './ilo-indicators.rules';

export const CONCERN_STATES = ['received', 'triaged', 'mediating', 'referred', 'remedied', 'unresolved', 'withdrawn-by-person', 'closed'] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];

export const CONCERN_TRANSITIONS: Transitions<ConcernState> = {
  received: ['triaged', 'withdrawn-by-person'],
  triaged: ['triaged', 'mediating', 'referred', 'withdrawn-by-person'],
  mediating: ['referred', 'remedied', 'unresolved', 'withdrawn-by-person'],
  referred: ['remedied', 'unresolved', 'withdrawn-by-person'],
  remedied: ['closed'],
  unresolved: ['referred', 'closed'],
  'withdrawn-by-person': ['closed'],
  closed: [],
};

export const CONCERN_SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type ConcernSeverity = (typeof CONCERN_SEVERITIES)[number];

export const CONCERN_SOURCES = ['follow-up', 'record', 'reported'] as const;
export type ConcernSource = (typeof CONCERN_SOURCES)[number];

export const REPORTED_BY = ['person', 'family', 'colleague', 'hotline', 'partner', 'staff', 'somebody-else'] as const;
export type ReportedBy = (typeof REPORTED_BY)[number];

const CRITICAL: ReadonlySet<IloIndicator> = new Set<IloIndicator>(['physical-and-sexual-violence', 'intimidation-and-threats', 'restriction-of-movement']);
const HIGH: ReadonlySet<IloIndicator> = new Set<IloIndicator>(['retention-of-identity-documents', 'debt-bondage', 'withholding-of-wages', 'isolation']);

/** Violence, threats, confinement, withheld documents, debt bondage: talking with the employer would put the person in danger. */
const NEVER_MEDIATED: ReadonlySet<IloIndicator> = new Set<IloIndicator>([
  'physical-and-sexual-violence', 'intimidation-and-threats', 'restriction-of-movement', 'isolation', 'retention-of-identity-documents', 'debt-bondage',
]);

export interface ConcernFacts {
  readonly indicators: readonly IloIndicator[];
  readonly treatAsMinor: boolean;
}

/** What the concern counts as until a person has triaged it. */
export const suggestedSeverity = ({ indicators, treatAsMinor }: ConcernFacts): ConcernSeverity => {
  if (treatAsMinor || indicators.some((indicator) => CRITICAL.has(indicator))) {
    return 'critical';
  }
  if (indicators.some((indicator) => HIGH.has(indicator))) {
    return 'high';
  }
  return indicators.length > 0 ? 'medium' : 'low';
};

export const mayBeMediated = ({ indicators, treatAsMinor }: ConcernFacts): boolean =>
  !treatAsMinor && !indicators.some((indicator) => NEVER_MEDIATED.has(indicator));

export const whyNotMediate = (facts: ConcernFacts): DomainError | null =>
  mayBeMediated(facts) ? null : ruleBroken('CONCERN_NEVER_MEDIATED', 'This concern must not be taken to the employer. Refer it instead.');

export const indicatorsOfWorries = (worries: readonly RecordWorry[]): readonly IloIndicator[] => {
  const meaning: Readonly<Record<RecordWorry, readonly IloIndicator[]>> = {
    'no-contract': [],
    'passport-withheld': ['retention-of-identity-documents'],
    'person-paid-fee': [],
    'minor-across-border': ['abuse-of-vulnerability'],
  };
  return [...new Set(worries.flatMap((worry) => meaning[worry]))];
};

/** Who reported is for the named handler alone, and only with the permission. */
export const maySeeReporter = (hasPermission: boolean, handlerId: string | null, viewerId: string): boolean => hasPermission && handlerId === viewerId;
