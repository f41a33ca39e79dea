import { badInput } from '@sampan/kernel';
import { parse } from 'csv-parse/sync';
import { MOST_COLUMNS, whyNotRead } from './tame-table.rules';

const DELIMITERS = [',', ';', '\t', '|'];

/** The cells of a CSV file in UTF-8 or UTF-16, line by line, trimmed. @throws FILE_NOT_UTF8, FILE_UNREADABLE, CELL_TOO_LONG, COLUMN_NAME_REFUSED */
export const linesOfCsv = (content: Buffer): string[][] => {
  const lines = cellsOf(decode(content));
  const reason = whyNotRead(lines);
  if (reason) {
    throw reason;
  }
  return lines;
};

const cellsOf = (text: string): string[][] => {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true }) as string[][];
  } catch {
    throw badInput('FILE_UNREADABLE', 'The file is not a table that can be read. Save it as CSV or XLSX.');
  }
};

/** A table with known columns: rows by the name of the column, in any order and case. */
export interface NamedRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly number: number;
  /** The empty text when there is no such column. */
  cell(column: string): string;
}

/** @throws FILE_EMPTY, FILE_TOO_LARGE, FILE_LACKS_COLUMN, and those of {@link linesOfCsv} */
export const namedRows = (content: Buffer, { columns, most }: { readonly columns: readonly string[]; readonly most: number }): NamedRow[] => {
  const [header, ...rows] = linesOfCsv(content);
  if (!header || rows.length === 0) {
    throw badInput('FILE_EMPTY', 'The file has no rows below its header.');
  }
  if (rows.length > most || header.length > MOST_COLUMNS) {
    throw badInput('FILE_TOO_LARGE', `A file may have at most ${most} rows.`, { mostRows: most });
  }
  const places = new Map(header.map((name, place) => [name.toLowerCase(), place]));
  const missing = columns.filter((column) => !places.has(column));
  if (missing.length > 0) {
    throw badInput('FILE_LACKS_COLUMN', `The file lacks these columns: ${missing.join(', ')}.`, { columns: missing.join(', ') });
  }
  return rows.map((row, at) => ({ number: at + 2, cell: (column) => row[places.get(column) ?? -1] ?? '' }));
};

/** Excel writes UTF-16 as "Unicode text"; anything that is neither is refused instead of being read as wrong letters. */
const decode = (content: Buffer): string => {
  try {
    return new TextDecoder(content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content);
  } catch {
    throw badInput('FILE_NOT_UTF8', 'The letters of the file cannot be read. Save it as CSV UTF-8 or XLSX.');
  }
};

const delimiterOf = (text: string): string => {
  const header = text.slice(0, text.search(/\r|\n|$/u));
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
};
