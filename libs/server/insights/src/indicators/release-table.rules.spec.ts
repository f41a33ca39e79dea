import fc from 'fast-check';
import { attack } from '../disclosure/attack.rules';
import { protect } from '../disclosure/protect.rules';
import { rollUp } from '../disclosure/roll-up.rules';
import { MINISTRY, type Table } from '../disclosure/table';
import { INDICATORS } from './indicator-list';
import { FAMILIES, populationOf, type Family, type PopulationKey } from './populations';
import { cellId, tableOf, type FamilyYear } from './release-table.rules';
import { valuesOf } from './release-values.rules';
import { isMature, Tally, type CountedUnit } from './tally.rules';

const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
const CENTRES = ['c1', 'c2', 'c3'];
const family = (key: string): Family => FAMILIES.find((one) => one.key === key) as Family;

interface Somebody {
  readonly quarter: string;
  readonly sex: string;
  readonly centreId: string;
  readonly outcome: number;
  readonly later: number;
}

const OUTCOMES: Partial<Record<PopulationKey, readonly string[]>> = {
  entrants: ['completed', 'completed', 'left-early', 'still-in', 'transferred', 'excluded'],
  exiters: ['employed', 'employed', 'not-employed', 'unknown', 'excluded'],
  completers: ['employed', 'employed', 'training', 'seeking', 'not-seeking', 'unknown', 'excluded'],
  certification: ['certified-assessed', 'certified-assessed', 'assessed-only', 'neither'],
};

const unit = (population: PopulationKey, { quarter, sex, centreId, outcome, later }: Somebody, index: number): CountedUnit => {
  const outcomes = OUTCOMES[population] ?? ['same', 'other', 'none', 'ended', 'unknown', 'excluded'];
  const chosen = outcomes[(population === 'exiters' ? outcome : outcome + later) % outcomes.length] as string;
  return { personId: `p${index}`, quarter, sex, centreId, ageBand: '18-24', programme: 'WELD', settledOn: '2025-06-30', outcomes: { [chosen]: 1 } };
};

const yearOf = (key: string, people: readonly Somebody[], cutOff = '2026-03-31'): FamilyYear => {
  const counts = new Map(
    family(key).members.map((member) => {
      const tally = new Tally(populationOf(member), cutOff);
      people.forEach((somebody, index) => {
        if (member === 'exiters' || key !== 'leavers' || somebody.outcome % 3 !== 0) {
          tally.add(unit(member, somebody, index));
        }
      });
      return [member, tally.result()] as const;
    }),
  );
  const places = CENTRES.map((centreId) => ({
    centreId,
    province: centreId === 'c3' ? 'KH-2' : 'KH-1',
    base: people.filter((one) => one.centreId === centreId).length,
  }));
  return { family: family(key), year: '2024', quarters: QUARTERS, counts, places: rollUp(places, 20), cutOff };
};

const somebody: fc.Arbitrary<Somebody> = fc.record({
  quarter: fc.constantFrom(...QUARTERS),
  sex: fc.constantFrom('female', 'female', 'female', 'male', 'male', 'unknown'),
  centreId: fc.constantFrom('c1', 'c1', 'c1', 'c2', 'c3'),
  outcome: fc.nat({ max: 30 }),
  later: fc.nat({ max: 6 }),
});

/** The true counts satisfy every sum that the table claims; else the attacker would be fighting a wrong table. */
const isConsistent = ({ cells, sums }: Table): boolean => {
  const count = new Map(cells.map((cell) => [cell.id, cell.count]));
  return sums.every(({ total, parts }) => count.get(total) === parts.reduce((all, part) => all + (count.get(part) ?? NaN), 0));
};

describe('the table of a year', () => {
  it.each(FAMILIES.filter(({ key }) => ['entrants', 'leavers', 'placed'].includes(key)).map(({ key }) => key))('withstands the attack, whoever was counted (%s)', (key) => {
    fc.assert(
      fc.property(fc.array(somebody, { minLength: 0, maxLength: 300, size: 'max' }), (people) => {
        const table = tableOf(yearOf(key, people));
        expect(isConsistent(table)).toBe(true);
        expect(attack(table, protect(table, MINISTRY), MINISTRY).breaches).toEqual([]);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('would not withstand it with the first masks alone', () => {
    const people = fc.sample(fc.array(somebody, { minLength: 250, maxLength: 250 }), { numRuns: 1, seed: 7 })[0] as Somebody[];
    const table = tableOf(yearOf('leavers', people));
    const hidden = [...protect(table, MINISTRY).values()].filter(({ kind }) => kind === 'hidden');
    expect(hidden.length).toBeGreaterThan(0);
  });

  it('prints exclusions for the year, never for a slice', () => {
    const people = fc.sample(fc.array(somebody, { minLength: 300, maxLength: 300 }), { numRuns: 1, seed: 3 })[0] as Somebody[];
    const year = yearOf('entrants', people);
    const values = INDICATORS.filter(({ key }) => key === 'T6/all').flatMap((indicator) => valuesOf(indicator, year, protect(tableOf(year), MINISTRY), MINISTRY));
    expect(values.filter(({ numbers }) => numbers.excluded !== null)).toMatchObject([{ period: '2024', dimension: 'total' }]);
  });

  it('tells n of N due of a cohort that is not mature, and no rate', () => {
    const people = fc.sample(fc.array(somebody, { minLength: 300, maxLength: 300 }), { numRuns: 1, seed: 3 })[0] as Somebody[];
    const year = yearOf('leavers', people, '2025-03-31');
    const table = tableOf(year);
    const labels = protect(table, MINISTRY);
    const [value] = valuesOf(INDICATORS.find(({ key }) => key === 'P1/exit') as (typeof INDICATORS)[number], year, labels, MINISTRY);
    expect(value).toMatchObject({ mature: false, numbers: { rate: { value: null, reason: 'cohort-not-mature' }, due: { value: 0 }, numerator: null } });
    expect(value?.numbers.cohort?.value).toBeGreaterThan(0);
    expect(table.cells.find(({ id }) => id === cellId('exiters', { period: '2024-Q1', dimension: 'total', category: 'all' }, 'employed'))?.publish).toBe('never');
  });
});

describe('maturity', () => {
  it('waits for the last member', () => {
    expect(isMature({ due: 79, total: 80 }, '2024-03-31', '2026-01-01')).toBe(false);
    expect(isMature({ due: 80, total: 80 }, '2024-03-31', '2026-01-01')).toBe(true);
  });

  it('waits for the end of the period, because more may join', () => {
    expect(isMature({ due: 80, total: 80 }, '2026-03-31', '2026-03-30')).toBe(false);
  });
});
