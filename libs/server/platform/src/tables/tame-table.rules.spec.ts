import { namedRows } from './csv';
import { LONGEST_CELL, MOST_COLUMNS, whyNotRead } from './tame-table.rules';

const rowsOf = (text: string) => namedRows(Buffer.from(text), { columns: ['code'], most: 10 });

describe('a table that somebody sends', () => {
  it('is read when it is one', () => {
    expect(whyNotRead([['code', 'name'], ['KH-12', 'ភ្នំពេញ']])).toBeNull();
    expect(rowsOf('code,name\nKH-12,ភ្នំពេញ')[0]?.cell('name')).toBe('ភ្នំពេញ');
  });

  it.each(['__proto__', ' Constructor ', 'prototype'])('is refused with a column called %s, also below empty lines', (name) => {
    expect(whyNotRead([['', ''], ['code', name], ['1', '2']])).toMatchObject({ code: 'COLUMN_NAME_REFUSED' });
    expect(() => rowsOf(`code,${name}\n1,2`)).toThrow(expect.objectContaining({ code: 'COLUMN_NAME_REFUSED' }) as Error);
  });

  it('is refused with a cell as long as a book, wherever it stands', () => {
    expect(rowsOf(`code\n${'x'.repeat(LONGEST_CELL)}`)).toHaveLength(1);
    expect(() => rowsOf(`code\n${'x'.repeat(LONGEST_CELL + 1)}`)).toThrow(expect.objectContaining({ code: 'CELL_TOO_LONG' }) as Error);
    expect(() => rowsOf(`code,${'x'.repeat(LONGEST_CELL + 1)}\n1,2`)).toThrow(expect.objectContaining({ code: 'CELL_TOO_LONG' }) as Error);
  });

  it('is refused with more columns than any office has', () => {
    expect(rowsOf(`code${',x'.repeat(MOST_COLUMNS - 1)}\n1`)).toHaveLength(1);
    expect(() => rowsOf(`code${',x'.repeat(MOST_COLUMNS)}\n1`)).toThrow(expect.objectContaining({ code: 'FILE_TOO_LARGE' }) as Error);
  });

  it('is refused with a sign in it that no database keeps', () => {
    expect(() => rowsOf('code\na\u0000b')).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }) as Error);
  });
});
