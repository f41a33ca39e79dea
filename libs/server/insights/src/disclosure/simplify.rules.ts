import type { Labels, Table, TableSum } from './table';

/**
 * The same table with fewer counts: a sum of which nothing is printed limits nobody, so whoever adds it up adds up its
 * parts instead. What can be worked out of the table stays the same; working it out becomes much cheaper.
 */
export const simplify = (table: Table, labels: Labels): Table => {
  const sumsOf = new Map<string, TableSum[]>();
  table.sums.forEach((sum) => sumsOf.set(sum.total, [...(sumsOf.get(sum.total) ?? []), sum]));
  const silent = new Map<string, readonly string[]>();
  for (const { id } of table.cells) {
    const label = labels.get(id);
    const [only, ...more] = sumsOf.get(id) ?? [];
    const tellsNothing = label?.kind === 'withheld' || (label?.kind === 'unprinted' && label.low === 0);
    if (tellsNothing && only && more.length === 0) {
      silent.set(id, only.parts);
    }
  }
  const spelled = (parts: readonly string[]): string[] => parts.flatMap((part) => (silent.has(part) ? spelled(silent.get(part) ?? []) : [part]));
  return {
    cells: table.cells.filter(({ id }) => !silent.has(id)),
    sums: table.sums.filter(({ total }) => !silent.has(total)).map(({ total, parts }) => ({ total, parts: spelled(parts) })),
  };
};
