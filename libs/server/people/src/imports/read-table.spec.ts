import { existsSync } from 'node:fs';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { MOST_ROWS, readTable } from './read-table';

const workbook = async (rows: unknown[][]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Register').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
};

describe('a register', () => {
  it.each([
    ['commas', 'name,age\nSok Dara,30', [['Sok Dara', '30']]],
    ['semicolons', 'name;age\n"Sok; Dara";30', [['Sok; Dara', '30']]],
    ['tabs', 'name\tage\r\nSok Dara\t30', [['Sok Dara', '30']]],
    ['a byte-order mark and an empty line', '\ufeffname,age\n\n,\nSok Dara,30\n', [['Sok Dara', '30']]],
    ['short and long lines', 'name,age\nSok Dara\nKim Srey,20,more', [['Sok Dara', ''], ['Kim Srey', '20']]],
  ])('with %s is read', async (_, text, rows) => {
    const table = await readTable(Buffer.from(text));
    expect(table).toEqual({ columns: ['name', 'age'], rows });
  });

  it('is read in the Unicode text of Excel', async () => {
    const content = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('ឈ្មោះ\tage\nសុខ ដារ៉ា\t30', 'utf16le')]);
    expect(await readTable(content)).toEqual({ columns: ['ឈ្មោះ', 'age'], rows: [['សុខ ដារ៉ា', '30']] });
  });

  it('names a column without a name by its place', async () => {
    expect((await readTable(Buffer.from('name,,\nA,B,C'))).columns).toEqual(['name', '#2', '#3']);
  });

  it('is read from a workbook: formulas by result, rich text as text, days as ISO', async () => {
    const content = await workbook([
      ['name', 'born', 'sum'],
      [{ richText: [{ text: 'Sok ' }, { text: 'Dara' }] }, new Date('1996-04-07T00:00:00Z'), { formula: '1+1', result: 2 }],
    ]);
    expect((await readTable(content)).rows).toEqual([['Sok Dara', '1996-04-07', '2']]);
  });

  it('is refused when it has too many rows', async () => {
    await expect(readTable(Buffer.from(`name\n${'A\n'.repeat(MOST_ROWS + 1)}`))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('is refused when it would unpack to gigabytes', async () => {
    const content = await workbook([['name'], ['Sok Dara']]);
    const entry = content.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    content.writeUInt32LE(0x7fffffff, entry + 24);
    await expect(readTable(content)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});

describe('a workbook that was made to do harm', () => {
  const within = async (files: Record<string, string | Buffer>): Promise<Buffer> => {
    const zip = await JSZip.loadAsync(await workbook([['name'], ['Sok Dara']]));
    Object.entries(files).forEach(([name, content]) => zip.file(name, content));
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  };

  it('is refused when it really unpacks to gigabytes, whatever it says', async () => {
    const bomb = await within({ 'xl/media/bomb': Buffer.alloc(101 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const entries = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(10, entries + 24);
    await expect(readTable(bomb)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('writes no file, wherever its names point', async () => {
    expect((await readTable(await within({ '../../../sampan-escaped.txt': 'x' }))).rows).toEqual([['Sok Dara']]);
    expect(existsSync('../../../sampan-escaped.txt')).toBe(false);
  });

  it('expands no entity of its XML', async () => {
    const sheet = `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>&b;&f;</t></is></c></row></sheetData></worksheet>`;
    const read = await readTable(await within({ 'xl/worksheets/sheet1.xml': sheet })).catch((error: { code: string }) => error.code);
    expect(JSON.stringify(read)).not.toMatch(/aaaaaaaaaa|root:/);
  });

  it('has no cell longer than a register needs', async () => {
    await expect(readTable(Buffer.from(`name\n${'a'.repeat(5_001)}\n`))).rejects.toMatchObject({ code: 'CELL_TOO_LONG' });
  });
});
