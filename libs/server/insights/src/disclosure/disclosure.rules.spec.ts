import fc from 'fast-check';
import { attack } from './attack.rules';
import { labelOf, labelsOf } from './labels.rules';
import { protect } from './protect.rules';
import { MINISTRY, SENSITIVE, type DisclosurePolicy, type Label, type Labels, type Table, type TableCell } from './table';

const cell = (id: string, count: number, over: Partial<TableCell> = {}): TableCell => ({
  id,
  count,
  publish: 'always',
  rank: 0,
  ...over,
});

/** A two-way table with its margins and its grand total, all printed. */
const twoWay = (counts: readonly (readonly number[])[]): Table => {
  const rows = counts.map((row, r) => row.map((count, c) => cell(`${r}/${c}`, count)));
  const sum = (cells: readonly TableCell[]): number => cells.reduce((total, { count }) => total + count, 0);
  const columns = (counts[0] ?? []).map((_, c) => rows.map((row) => row[c] as TableCell));
  const rowTotals = rows.map((row, r) => cell(`${r}/all`, sum(row), { rank: 1 }));
  const columnTotals = columns.map((column, c) => cell(`all/${c}`, sum(column), { rank: 1 }));
  const ids = (cells: readonly TableCell[]): string[] => cells.map(({ id }) => id);
  return {
    cells: [...rows.flat(), ...rowTotals, ...columnTotals, cell('all', sum(rowTotals), { rank: 2 })],
    sums: [
      ...rows.map((row, r) => ({ total: `${r}/all`, parts: ids(row) })),
      ...columns.map((column, c) => ({ total: `all/${c}`, parts: ids(column) })),
      { total: 'all', parts: ids(rowTotals) },
      { total: 'all', parts: ids(columnTotals) },
    ],
  };
};

const randomTable = (largest: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: largest })), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );

/** Every table of whole numbers that fits what is printed, found the slow way; the ranges are then beyond doubt. */
const rangesByTrying = (table: Table, labels: Labels, highest: number): Map<string, { min: number; max: number }> => {
  const totals = new Map(table.sums.map((sum) => [sum.total, sum.parts]));
  const leaves = table.cells.filter(({ id }) => !totals.has(id));
  const ranges = new Map<string, { min: number; max: number }>();
  const within = (value: number, label: Label): boolean => value >= label.low && value <= label.high;
  const values = new Map<string, number>();
  const valueOf = (id: string): number =>
    values.get(id) ?? (totals.get(id) ?? []).reduce((total, part) => total + valueOf(part), 0);
  const tryFrom = (index: number): void => {
    const leaf = leaves[index];
    if (leaf) {
      const label = labels.get(leaf.id) as Label;
      for (let value = label.low; value <= Math.min(label.high, highest); value += 1) {
        values.set(leaf.id, value);
        tryFrom(index + 1);
      }
      values.delete(leaf.id);
      return;
    }
    if (table.cells.every(({ id }) => within(valueOf(id), labels.get(id) as Label))) {
      table.cells.forEach(({ id }) => {
        const seen = ranges.get(id) ?? { min: Infinity, max: -Infinity };
        ranges.set(id, { min: Math.min(seen.min, valueOf(id)), max: Math.max(seen.max, valueOf(id)) });
      });
    }
  };
  tryFrom(0);
  return ranges;
};

describe('what is printed of a count', () => {
  it.each<[number, DisclosurePolicy, object]>([
    [0, MINISTRY, { kind: 'zero' }],
    [1, MINISTRY, { kind: 'below', below: 10, low: 1, high: 9 }],
    [9, MINISTRY, { kind: 'below', below: 10 }],
    [10, MINISTRY, { kind: 'rounded', value: 10, low: 10, high: 12 }],
    [12, MINISTRY, { kind: 'rounded', value: 10 }],
    [13, MINISTRY, { kind: 'rounded', value: 15, low: 13, high: 17 }],
    [0, SENSITIVE, { kind: 'below', below: 11, low: 0 }],
    [10, SENSITIVE, { kind: 'below', below: 11, high: 10 }],
    [11, SENSITIVE, { kind: 'rounded', value: 10, low: 11 }],
  ])('%d', (count, policy, label) => {
    expect(labelOf(cell('a', count), policy)).toMatchObject(label);
  });

  it('hides many marks that come from few persons', () => {
    expect(labelOf(cell('marks', 400, { people: 9 }), MINISTRY).kind).toBe('hidden');
  });

  it('knows that a printed percentage tells on which side of twenty the base lies', () => {
    expect(labelOf(cell('base', 19, { percentBase: true }), MINISTRY)).toMatchObject({ value: 20, low: 18, high: 19 });
    expect(labelOf(cell('base', 20, { percentBase: true }), MINISTRY)).toMatchObject({ value: 20, low: 20, high: 22 });
  });
});

describe('the attack', () => {
  it('finds a count that subtraction gives away', () => {
    const table = twoWay([[40, 2], [30, 20]]);
    const result = attack(table, labelsOf(table, MINISTRY), MINISTRY);
    expect(result.breaches).toEqual([{ id: '0/1', label: 'below', min: 1, max: 4 }]);
  });

  it('leaves a count in peace that keeps the whole range of its mask', () => {
    const table = twoWay([[38, 5], [30, 20]]);
    expect(attack(table, labelsOf(table, MINISTRY), MINISTRY)).toEqual({ attacked: 1, breaches: [] });
  });

  it('demands of a hidden count that it may lie anywhere in a range as wide as k', () => {
    const table = twoWay([[40, 25], [30, 20]]);
    const labels = labelsOf(table, MINISTRY).set('0/0', { kind: 'hidden', low: 0, high: Infinity });
    expect(attack(table, labels, MINISTRY).breaches).toMatchObject([{ id: '0/0', label: 'hidden' }]);
  });

  it('finds in two-way tables exactly the ranges that trying every table finds', () => {
    const small: DisclosurePolicy = { k: 3, roundTo: 3, minimumBase: 6, sensitive: false };
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 }), (counts) => {
        const table = twoWay(counts);
        const labels = labelsOf(table, small);
        const ranges = rangesByTrying(table, labels, 12);
        const expected = table.cells.filter(({ id }) => {
          const { min, max } = ranges.get(id) as { min: number; max: number };
          return labels.get(id)?.kind === 'below' && !(min <= 1 && max >= small.k - 1);
        });
        expect(attack(table, labels, small).breaches.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a protected table', () => {
  it.each([
    ['ministry', MINISTRY],
    ['sensitive', SENSITIVE],
  ])('withstands the attack, whatever was counted (%s)', (_, policy) => {
    fc.assert(
      fc.property(randomTable(300), (counts) => {
        const table = twoWay(counts);
        expect(attack(table, protect(table, policy), policy).breaches).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('withstands the attacker who tries every table', () => {
    const small: DisclosurePolicy = { k: 3, roundTo: 3, minimumBase: 6, sensitive: false };
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 }), (counts) => {
        const table = twoWay(counts);
        const labels = protect(table, small);
        const ranges = rangesByTrying(table, labels, 14);
        table.cells.forEach(({ id }) => {
          const { min, max } = ranges.get(id) as { min: number; max: number };
          const kind = labels.get(id)?.kind;
          expect(kind !== 'below' || (min <= 1 && max >= small.k - 1)).toBe(true);
          expect(kind !== 'hidden' || max - min >= small.k).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('prints no exact count between one and k − 1, and no unrounded one', () => {
    fc.assert(
      fc.property(randomTable(60), (counts) => {
        const table = twoWay(counts);
        for (const label of protect(table, MINISTRY).values()) {
          expect(label.kind !== 'rounded' || (label.value >= 10 && label.value % 5 === 0)).toBe(true);
        }
      }),
    );
  });

  it('never leaves a single masked count in a row or a column of a sensitive table', () => {
    fc.assert(
      fc.property(randomTable(60), (counts) => {
        const table = twoWay(counts);
        const labels = protect(table, SENSITIVE);
        const masked = (id: string): boolean => ['below', 'hidden', 'withheld'].includes(labels.get(id)?.kind ?? '');
        table.sums.forEach(({ total, parts }) => expect(parts.filter(masked).length !== 1 || masked(total)).toBe(true));
      }),
    );
  });

  it('gives up detail before totals', () => {
    const labels = protect(twoWay([[40, 2], [30, 20], [25, 35]]), MINISTRY);
    expect(labels.get('all')?.kind).toBe('rounded');
    expect(labels.get('0/1')?.kind).toBe('below');
  });
});
