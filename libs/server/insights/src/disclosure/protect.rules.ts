import { Attacker, finish, type Breach } from './attack.rules';
import { isMasked, labelsOf } from './labels.rules';
import { HIDDEN, type DisclosurePolicy, type Label, type Labels, type Table, type TableCell } from './table';

const byRank = (one: TableCell, other: TableCell): number =>
  one.rank - other.rank || one.count - other.count || (one.id < other.id ? -1 : 1);

/**
 * Complementary suppression: a row or column with exactly one masked cell gives the masked count away by subtraction,
 * so a second one has to be masked. Answers the next one to hide, or nothing when the table is stable.
 */
const secondToMask = (table: Table, labels: Labels): string | undefined => {
  const printed = (id: string): boolean => ['zero', 'rounded'].includes(labels.get(id)?.kind ?? '');
  const masked = (id: string): boolean => isMasked(labels.get(id)) || labels.get(id)?.kind === 'withheld';
  const given = table.sums.find(({ total, parts }) => {
    const known = [...parts, total].every((id) => printed(id) || masked(id));
    return known && !masked(total) && parts.filter(masked).length === 1;
  });
  const parts = new Set(given?.parts);
  return table.cells.filter(({ id }) => parts.has(id) && printed(id)).sort(byRank)[0]?.id ?? given?.total;
};

/** What it costs to give a cell up: a detail little, a quarter more, the number of a whole year most. */
const priceOf = ({ rank }: TableCell): number => 2 ** (rank / 4);

/**
 * The best cell to give up for the sake of a broken mask: of those that the attacker used, the one that mends most for
 * its price; else a neighbour; else anything.
 */
const nextToHide = (table: Table, labels: Labels, attacker: Attacker, broken: Breach): TableCell | undefined => {
  const says = ({ id }: TableCell): boolean => {
    const label = labels.get(id);
    return id !== broken.id && label !== undefined && !['hidden', 'withheld'].includes(label.kind) && !(label.kind === 'unprinted' && label.low === 0);
  };
  const own = table.cells.find(({ id }) => id === broken.id);
  if (own?.publish === 'when-small' && broken.label === 'below') {
    // Nobody sees this count; not saying why its percentage is hidden costs nothing.
    return own;
  }
  const used = attacker.usedAgainst(broken);
  const candidates = table.cells.filter(says).sort(byRank);
  const worth = (cell: TableCell): number => (used.get(cell.id) ?? 0) / priceOf(cell);
  const best = candidates.reduce<TableCell | undefined>((one, other) => (worth(other) > (one ? worth(one) : 0) ? other : one), undefined);
  if (best) {
    return best;
  }
  const neighbours = new Set(
    table.sums.filter(({ total, parts }) => total === broken.id || parts.includes(broken.id)).flatMap(({ total, parts }) => [total, ...parts]),
  );
  return candidates.find(({ id }) => neighbours.has(id)) ?? candidates[0];
};

/**
 * What may be printed of a table. Masks small counts, rounds the others, then attacks its own result and hides one
 * more count for every mask that does not hold. Hiding only ever loosens, so masks that hold go on holding, and the
 * loop ends at the latest when nothing is printed. Pauses after every mask, because a large table takes seconds.
 */
export function* protecting(table: Table, policy: DisclosurePolicy): Generator<void, Map<string, Label>> {
  const labels = labelsOf(table, policy);
  const attacker = new Attacker(table, labels, policy);
  const pending = table.cells.filter(({ id }) => isMasked(labels.get(id))).map(({ id }) => id);
  const hide = (id: string | undefined): boolean => {
    if (id === undefined) {
      return false;
    }
    labels.set(id, HIDDEN);
    attacker.loosen(id);
    pending.push(id);
    return true;
  };
  do {
    for (let id = pending.shift(); id !== undefined; id = pending.shift()) {
      for (let broken = attacker.breachOf(id); broken && hide(nextToHide(table, labels, attacker, broken)?.id); ) {
        broken = attacker.breachOf(id);
        yield;
      }
      yield;
    }
  } while (policy.sensitive && hide(secondToMask(table, labels)));
  return labels;
}

/** {@link protecting} without the pauses. */
export const protect = (table: Table, policy: DisclosurePolicy): Map<string, Label> => finish(protecting(table, policy));
