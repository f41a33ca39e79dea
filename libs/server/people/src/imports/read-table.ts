import { badInput } from '@sampan/kernel';
import { isZip, linesOfCsv, MOST_COLUMNS, stateOfZip, whyNotRead } from '@sampan/platform';
import type ExcelJS from 'exceljs';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const MOST_ROWS = 20_000;
export const MOST_BYTES = 10 * 1024 * 1024;
/** A workbook of that many rows with twenty columns unpacks to a fifth of it, and no office writes one with hundreds of parts. */
const WORKBOOK = { entries: 500, unpacked: 100 * 1024 * 1024 };
const tooLarge = () =>
  badInput('FILE_TOO_LARGE', `A file may have at most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns.`, { mostRows: MOST_ROWS, mostColumns: MOST_COLUMNS });
const unreadable = () => badInput('FILE_UNREADABLE', 'The file is not a table that can be read. Save it as CSV or XLSX.');

/** Reads a register: CSV in UTF-8 or UTF-16, or the first sheet of an XLSX. The first line that is not empty is the header. */
export const readTable = async (content: Buffer): Promise<Table> => {
  const lines = isZip(content) ? await linesOfWorkbook(content) : linesOfCsv(content);
  const [header, ...rows] = lines.filter((line) => line.some((cell) => cell !== ''));
  if (!header || rows.length === 0) {
    throw badInput('FILE_EMPTY', 'The file has no rows below its header.');
  }
  if (rows.length > MOST_ROWS || header.length > MOST_COLUMNS) {
    throw tooLarge();
  }
  return { columns: header.map((name, place) => name || `#${place + 1}`), rows: rows.map((row) => header.map((_, place) => row[place] ?? '')) };
};

const linesOfWorkbook = async (content: Buffer): Promise<string[][]> => {
  const state = stateOfZip(content, WORKBOOK);
  if (state !== 'within') {
    throw state === 'too-large' ? tooLarge() : unreadable();
  }
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  try {
    await workbook.xlsx.load(content as unknown as ExcelJS.Buffer);
  } catch {
    throw unreadable();
  }
  const lines: string[][] = [];
  workbook.worksheets[0]?.eachRow({ includeEmpty: false }, (row) => {
    const line: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      line[column - 1] = textOf(cell.value);
    });
    lines.push(Array.from(line, (cell) => cell ?? ''));
  });
  const reason = whyNotRead(lines);
  if (reason) {
    throw reason;
  }
  return lines;
};

/** A cell as its reader sees it; days as ISO, because Excel keeps them as numbers. */
const textOf = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) {
    return '';
  }
  if (value instanceof Date) {
    return value.toISOString().slice(0, 10);
  }
  if (typeof value !== 'object') {
    return String(value).trim();
  }
  if ('richText' in value) {
    return value.richText.map(({ text }) => text).join('').trim();
  }
  if ('result' in value) {
    return textOf(value.result as ExcelJS.CellValue);
  }
  return 'text' in value ? String(value.text).trim() : '';
};
