import { ruleBroken, type DomainError, type Permission } from '@sampan/kernel';

interface ListRule {
  /** Whoever may not read the list is told of no view of it. */
  readonly permission: Permission;
  /** The filters that a view may keep. What can hold a person's name, number or id is not among them. */
  readonly filters: readonly string[];
}

export const LIST_RULES = {
  people: { permission: 'person.read', filters: ['status', 'centre'] },
  cases: { permission: 'case.read', filters: ['owner', 'stage', 'open'] },
  flags: { permission: 'flag.read', filters: ['view', 'tier'] },
  placements: { permission: 'placement.read', filters: ['state', 'source'] },
  employers: { permission: 'employer.read', filters: ['state'] },
  cohorts: { permission: 'cohort.read', filters: ['state'] },
} as const satisfies Record<string, ListRule>;

export type ListKey = keyof typeof LIST_RULES;
export const LIST_KEYS = Object.keys(LIST_RULES) as ListKey[];

export type ViewState = Readonly<Record<string, string | boolean>>;

/** A code, an id of a centre, or several of them: no room for words. */
const CODE = /^[a-z0-9][a-z0-9,-]{0,99}$/;
const isCode = (value: unknown): boolean => typeof value === 'boolean' || (typeof value === 'string' && (value === '' || CODE.test(value)));

/** Views are shared and outlive the people in a list, so they hold codes of known filters and nothing that was typed. */
export const whyNotKeep = (list: ListKey, state: Readonly<Record<string, unknown>>): DomainError | null => {
  const known: readonly string[] = LIST_RULES[list].filters;
  const refused = Object.entries(state).flatMap(([filter, value]) => (known.includes(filter) && isCode(value) ? [] : [filter]));
  return refused.length > 0 ? ruleBroken('VIEW_FILTER_UNKNOWN', 'A saved view keeps only the known filters of its list.', { filters: refused.slice(0, 10).map((filter) => filter.slice(0, 40)) }) : null;
};
