import { csvCell, whyNotExport, WRITERS, type ExportedEntry } from './audit-export.rules';

const seal = { type: 'seal', number: 7, hash: 'h7', previousHash: 'h6', kind: 'opening' } as const;
const entry: ExportedEntry = { type: 'entry', seal: 7, position: 0, hash: 'e0', entry: { id: 'i', at: 't', viewerId: 'v', action: 'note.sensitive-opened', subjectType: 'note', details: { reason: '=1+1' } } };

describe('an audit export', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+66', `'+66`],
    ['-1', `'-1`],
    ['@x', `'@x`],
    ['\tx', `'\tx`],
    ['＝1', `'＝1`],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['two\nlines', '"two\nlines"'],
    [null, ''],
    [{ reason: '=1' }, '"{""reason"":""=1""}"'],
  ])('writes %j as the cell %s', (value, cell) => expect(csvCell(value)).toBe(cell));

  it('has, as a spreadsheet, every entry with its seal and hashes', () => {
    const lines = WRITERS.csv.batch(seal, [entry, { ...entry, type: 'withheld', position: 1, hash: 'e1', entry: null }]).split('\r\n');
    expect(lines[0]).toBe('7,h7,h6,0,e0,i,t,v,note.sensitive-opened,note,,,,,"{""reason"":""=1+1""}"');
    expect(lines[1]).toBe('7,h7,h6,1,e1,,,,,,,,,,');
  });

  it('has, as lines of JSON, the seal and then its entries', () => {
    expect(WRITERS.ndjson.batch(seal, [entry]).split('\n').slice(0, 2).map((line) => JSON.parse(line) as unknown)).toEqual([seal, entry]);
  });

  it.each([
    ['2026-01-01', '2026-02-01', undefined],
    ['2026-02-01', '2026-02-01', 'PERIOD_EMPTY'],
    ['2024-01-01', '2026-02-01', 'PERIOD_TOO_LONG'],
  ])('from %s to %s: %s', (from, until, code) => expect(whyNotExport(new Date(from), new Date(until))?.code).toBe(code));
});
