import { expiryOf, kindOf, whyNotKeep, type KindOfActions } from './audit-kind.rules';

const KINDS: readonly KindOfActions[] = [
  { kind: 'sign-in', actions: ['session.opened', 'password.*'] },
  { kind: 'opening', actions: ['*.opened'] },
  { kind: 'sensitive-opening', actions: ['*.sensitive-opened', 'break-glass.*'] },
  { kind: 'change', actions: [] },
];

describe('the kind of an audit entry', () => {
  it.each([
    ['session.opened', 'sign-in'],
    ['password.changed', 'sign-in'],
    ['person.opened', 'opening'],
    ['note.sensitive-opened', 'sensitive-opening'],
    ['break-glass.opened', 'sensitive-opening'],
    ['session.scheduled', 'change'],
    ['something.new', 'change'],
  ])('of %s is %s', (action, kind) => expect(kindOf(action, KINDS)).toBe(kind));
});

describe('how long entries are kept', () => {
  it.each([
    [59, 'BELOW_STATUTORY_MINIMUM'],
    [60, undefined],
    [1_200, undefined],
    [1_201, 'KEPT_TOO_LONG'],
  ])('%i months where the law asks for 60: %s', (months, code) => expect(whyNotKeep(months, 60)?.code).toBe(code));

  it.each([
    ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00Z'],
    ['2024-02-29T10:00:00Z', 12, '2025-02-28T10:00:00Z'],
    ['2026-03-31T10:00:00Z', -1, '2026-02-28T10:00:00Z'],
    ['2026-03-02T03:00:00Z', 60, '2031-03-02T03:00:00Z'],
  ])('from %s by %i months ends at %s', (from, months, end) => expect(expiryOf(new Date(from), months)).toEqual(new Date(end)));
});
