import { ruleBroken, type DomainError } from '@sampan/kernel';
import { guarded, quoted } from '../tables/cell.rules';

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** One line for the auditor: an entry with its place in a batch, or only its hash where the entry may not be shown. */
export interface ExportedEntry {
  readonly type: 'entry' | 'withheld';
  readonly seal: number;
  readonly position: number;
  readonly hash: string;
  readonly entry: Readonly<Record<string, unknown>> | null;
}

export interface ExportedSeal {
  readonly type: 'seal';
  readonly number: number;
  readonly [fact: string]: unknown;
}

const LONGEST_MS = 400 * 86_400_000;

/** Why a period cannot be exported, or null. */
export const whyNotExport = (from: Date, until: Date): DomainError | null => {
  if (from >= until) {
    return ruleBroken('PERIOD_EMPTY', 'The period ends before it begins.');
  }
  return until.getTime() - from.getTime() > LONGEST_MS ? ruleBroken('PERIOD_TOO_LONG', 'Export at most thirteen months at once.') : null;
};

const FIELDS = ['id', 'at', 'viewerId', 'action', 'subjectType', 'subjectId', 'personId', 'centreId', 'requestId', 'details'] as const;
export const CSV_HEADER: readonly string[] = ['seal', 'seal hash', 'hash of the seal before', 'position', 'entry hash', ...FIELDS];

/** One cell of a CSV file, quoted as RFC 4180 asks where it must be. */
export const csvCell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return quoted(guarded(text));
};

const csvLine = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** How the lines of a batch are written, and what stands before the first one. */
export const WRITERS: Record<ExportFormat, { readonly begin: string; readonly batch: (seal: ExportedSeal, entries: readonly ExportedEntry[]) => string }> = {
  csv: {
    // A byte-order mark, without which spreadsheets read Khmer and Thai as Latin.
    begin: `\uFEFF${csvLine(CSV_HEADER)}`,
    batch: (seal, entries) =>
      entries.map(({ position, hash, entry }) => csvLine([seal.number, seal['hash'], seal['previousHash'], position, hash, ...FIELDS.map((field) => entry?.[field])])).join(''),
  },
  ndjson: {
    begin: '',
    batch: (seal, entries) => [seal, ...entries].map((line) => `${JSON.stringify(line)}\n`).join(''),
  },
};
