import { conflict, ruleBroken, type DomainError } from '@sampan/kernel';

/** Entries that are kept equally long. What belongs to which kind, and how long, is data (`audit_retention`). */
export const AUDIT_KINDS = ['sign-in', 'opening', 'sensitive-opening', 'change'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface KindOfActions {
  readonly kind: AuditKind;
  readonly actions: readonly string[];
}

const LONGEST_MONTHS = 1_200;

const matches = (pattern: string, action: string): boolean =>
  pattern.startsWith('*') ? action.endsWith(pattern.slice(1)) : pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : pattern === action;

/** The kind of an action: the most specific pattern decides. An action that nobody thought of is a change, which is kept longest. */
export const kindOf = (action: string, kinds: readonly KindOfActions[]): AuditKind => {
  const fitting = kinds.flatMap(({ kind, actions }) => actions.filter((pattern) => matches(pattern, action)).map((pattern) => ({ kind, pattern })));
  return fitting.sort((a, b) => b.pattern.length - a.pattern.length)[0]?.kind ?? 'change';
};

/** Why a kind may not be kept for so long, or null. */
export const whyNotKeep = (months: number, leastMonths: number): DomainError | null => {
  if (months < leastMonths) {
    return ruleBroken('BELOW_STATUTORY_MINIMUM', `The law asks for at least ${leastMonths} months.`, { leastMonths });
  }
  return months > LONGEST_MONTHS ? ruleBroken('KEPT_TOO_LONG', 'Nothing is kept for more than a hundred years.') : null;
};

export const staleRetention = (): DomainError => conflict('STALE_VERSION', 'Somebody else has changed this in the meantime.');

/**
 * The first moment at which what was recorded at `toAt` may be removed: whole calendar months later in UTC, at the end of a
 * shorter month where the day does not exist, as PostgreSQL counts. `months` may be negative.
 */
export const expiryOf = (toAt: Date, months: number): Date => {
  const end = new Date(toAt);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  const daysOfMonth = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(toAt.getUTCDate(), daysOfMonth));
  return end;
};
