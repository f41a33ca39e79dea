import { badInput, type DomainError } from '@sampan/kernel';

/** A whole life story does not belong into a table, and no office needs more columns. */
export const LONGEST_CELL = 5_000;
export const MOST_COLUMNS = 100;
/** Rows become objects by the names of columns: these would be taken for what the language itself calls so. */
const NAMES_OF_THE_LANGUAGE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Why a table of an uploaded file is not read any further; the first line that is not empty is its header. Null when it may. */
export const whyNotRead = (lines: readonly (readonly string[])[]): DomainError | null => {
  const header = lines.find((line) => line.some((cell) => cell !== '')) ?? [];
  if (header.some((name) => NAMES_OF_THE_LANGUAGE.has(name.trim().toLowerCase()))) {
    return badInput('COLUMN_NAME_REFUSED', 'No column may be called __proto__, constructor or prototype.');
  }
  if (lines.some((line) => line.some((cell) => cell.length > LONGEST_CELL))) {
    return badInput('CELL_TOO_LONG', `A cell may have at most ${LONGEST_CELL} letters.`, { most: LONGEST_CELL });
  }
  // No database keeps it; it comes from programs, never from people.
  return lines.some((line) => line.some((cell) => cell.includes('\0'))) ? badInput('FILE_UNREADABLE', 'The file is not a table that can be read. Save it as CSV or XLSX.') : null;
};
