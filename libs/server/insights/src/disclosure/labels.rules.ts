import { HIDDEN, WITHHELD, type DisclosurePolicy, type Label, type Labels, type Table, type TableCell } from './table';

const isSmall = (count: number, { k, sensitive }: DisclosurePolicy): boolean =>
  count < k && (count > 0 || sensitive);

const unprinted = (low: number): Label => ({ kind: 'unprinted', low, high: Number.POSITIVE_INFINITY });

/** The count rounded to the nearest step, with the range that a reader can infer from it. */
const rounded = (cell: TableCell, policy: DisclosurePolicy): Label => {
  const value = Math.round(cell.count / policy.roundTo) * policy.roundTo;
  const reach = Math.floor((policy.roundTo - 1) / 2);
  const low = Math.max(policy.k, value - reach);
  const high = value + reach;
  if (!cell.percentBase || policy.minimumBase <= low || policy.minimumBase > high) {
    return { kind: 'rounded', value, low, high };
  }
  // Whether the percentage is printed tells on which side of the minimum base the count lies.
  return cell.count >= policy.minimumBase
    ? { kind: 'rounded', value, low: policy.minimumBase, high }
    : { kind: 'rounded', value, low, high: policy.minimumBase - 1 };
};

/** Rules 1 and 2: zero stays zero (masked in sensitive tables), 1…k−1 become "<k", others are rounded on their own. */
export const labelOf = (cell: TableCell, policy: DisclosurePolicy): Label => {
  if (cell.publish === 'never') {
    return unprinted(0);
  }
  if (cell.people !== undefined && isSmall(cell.people, policy)) {
    return HIDDEN;
  }
  if (isSmall(cell.count, policy)) {
    return { kind: 'below', below: policy.k, low: policy.sensitive ? 0 : 1, high: policy.k - 1 };
  }
  if (cell.publish === 'when-small') {
    // A printed percentage tells that its complement is not 1…k−1.
    return unprinted(cell.count >= policy.k ? policy.k : 0);
  }
  return cell.count === 0 ? { kind: 'zero', low: 0, high: 0 } : rounded(cell, policy);
};

/** All that a small total is the sum of; of a total that is not printed itself only its breakdown by place, sex and so on. */
const detailOf = ({ cells, sums }: Table, small: (cell: TableCell) => boolean): Set<string> => {
  const pending = cells.filter(small).map(({ id, publish }) => ({ id, unseen: publish !== 'always' }));
  const detail = new Set<string>();
  for (let total = pending.pop(); total; total = pending.pop()) {
    const { id, unseen } = total;
    const parts = sums.filter((sum) => sum.total === id && (sum.breakdown || !unseen)).flatMap((sum) => sum.parts);
    parts.filter((part) => !detail.has(part)).forEach((part) => {
      detail.add(part);
      pending.push({ id: part, unseen });
    });
  }
  return detail;
};

/**
 * The labels before the attack. A total that is itself "<k" is not split any further: parts of at least one each would
 * narrow it down, so its detail is withheld.
 */
export const labelsOf = (table: Table, policy: DisclosurePolicy): Map<string, Label> => {
  const labels = new Map(table.cells.map((cell) => [cell.id, labelOf(cell, policy)]));
  const detail = detailOf(table, ({ id }) => labels.get(id)?.kind === 'below');
  table.cells
    .filter(({ id, publish }) => publish !== 'never' && detail.has(id))
    .forEach(({ id }) => labels.set(id, WITHHELD));
  return labels;
};

export const isMasked = (label: Label | undefined): boolean => label?.kind === 'below' || label?.kind === 'hidden';

export const labelFor = (labels: Labels, id: string): Label => labels.get(id) ?? HIDDEN;
