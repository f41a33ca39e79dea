import { labelOf } from '../disclosure/labels.rules';
import { MINISTRY, type TableCell } from '../disclosure/table';
import { coverageOf, knownRateOf } from './release-values.rules';

const label = (count: number, over: Partial<TableCell> = {}) => labelOf({ id: 'x', count, publish: 'always', rank: 0, ...over }, MINISTRY);

const rates = (yes: number, no: number, unknown: number) => {
  const base = label(yes + no + unknown, { percentBase: true });
  const coverage = coverageOf({ known: label(yes + no, { publish: 'when-small' }), unknown: label(unknown), base }, MINISTRY);
  return { coverage, knownRate: knownRateOf({ numerator: label(yes), no: label(no, { publish: 'when-small' }), unknown: label(unknown), base }, coverage, MINISTRY) };
};

describe('unknown is not "not employed"', () => {
  it('shows the rate on known outcomes with its coverage', () => {
    expect(rates(40, 40, 20)).toMatchObject({ coverage: { value: 80 }, knownRate: { value: 50 } });
  });

  it('shows only the lower bound below 70 % coverage', () => {
    expect(rates(40, 25, 35)).toMatchObject({ coverage: { value: 65 }, knownRate: { value: null, reason: 'coverage-too-low' } });
    expect(rates(40, 30, 30)).toMatchObject({ coverage: { value: 70 }, knownRate: { value: 57 } });
  });

  it('says above what the coverage lies when few are unknown', () => {
    expect(rates(60, 40, 3)).toMatchObject({ coverage: { value: null, bound: { is: 'above', than: 91 } }, knownRate: { value: null, reason: 'coverage-unknown' } });
  });

  it('hides the rate on known outcomes when few said no', () => {
    expect(rates(80, 4, 16)).toMatchObject({ knownRate: { value: null, reason: 'small-complement' } });
  });
});
