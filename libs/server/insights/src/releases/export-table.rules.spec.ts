import { printed, suppressed } from '../disclosure/rates.rules';
import { definedIndicators } from '../indicators/indicator-texts';
import { guarded } from '@sampan/platform';
import { csvOf, exportRows, EXPORT_HEADER, type ExportedValue } from './export-table.rules';

const value: ExportedValue = {
  indicator: 'P1/exit', definitionVersion: 1, period: '2025', dimension: 'place', category: 'centre:x', mature: true, cutOff: '2026-06-30',
  place: { level: 'centre', name: '=HYPERLINK("http://x")', province: null, centres: 1 },
  numbers: { rate: printed(44), numerator: suppressed('below-threshold', { is: 'below', than: 10 }), unknown: suppressed('protects-another-number') },
};

describe('an export', () => {
  it('has a cell for every column of the header', () => {
    expect(exportRows([value], definedIndicators())[0]).toHaveLength(EXPORT_HEADER.length);
  });

  it('prints a suppressed number as its bound or in words, never as a number, and says why', () => {
    const [row] = exportRows([value], definedIndicators());
    expect(row).toEqual(expect.arrayContaining([44, '<10', 'suppressed', 'below-threshold protects-another-number']));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('keeps %j text', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  });

  it.each(['<10', 'female', 'ศูนย์สาธิต', '2025-Q3'])('leaves %j as it is', (text) => {
    expect(guarded(text)).toBe(text);
  });

  it('guards the name that somebody gave to a centre', () => {
    expect(csvOf(exportRows([value], definedIndicators()))).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});
