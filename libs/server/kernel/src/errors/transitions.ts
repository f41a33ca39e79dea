import { DomainError } from './domain-error';

/** States as a table: `{ planned: ['open', 'cancelled'], … }`. A state with no way out has an empty list. */
export type Transitions<S extends string> = Readonly<Record<S, readonly S[]>>;

/** Why the step from one state to another is refused, or null when the table has it. */
export const whyNotMove = <S extends string>(table: Transitions<S>, from: S, to: S): DomainError | null =>
  table[from].includes(to)
    ? null
    : new DomainError('rule-broken', 'TRANSITION_REFUSED', `"${from}" cannot become "${to}".`, { from, to, allowed: table[from] });
