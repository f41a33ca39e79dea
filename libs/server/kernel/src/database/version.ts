import { conflict } from '../errors/domain-error';

/**
 * Refuses a write that was made on an older state of the row: a 409 that carries both values, never a silent overwrite.
 * @param mine what the caller wanted to write, by field
 * @param theirs the row as it is now
 */
export const assertVersion = <T extends { version: number }>(row: T, expected: number, mine: Partial<T> = {}): void => {
  if (row.version === expected) {
    return;
  }
  const fields = Object.keys(mine) as (keyof T)[];
  throw conflict('STALE_VERSION', 'Somebody else has changed this in the meantime.', {
    expectedVersion: expected,
    currentVersion: row.version,
    mine: Object.fromEntries(fields.map((field) => [field, mine[field]])),
    theirs: Object.fromEntries(fields.map((field) => [field, row[field]])),
  });
};
