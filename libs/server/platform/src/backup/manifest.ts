import type { CopiedTable, TableSum } from './copied-tables';

/** The first entry: what follows. */
export interface Opening {
  readonly format: 1;
  readonly startedAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly CopiedTable[];
  /** Which keys open the sealed columns; the keys themselves are never in a backup. */
  readonly keyIds: readonly string[];
}

/** The last entry: what there was. */
export interface Manifest {
  readonly tables: Readonly<Record<string, TableSum>>;
  readonly sequences: readonly { readonly name: string; readonly last: string }[];
  readonly rows: number;
  readonly files: number;
  /** Files that the database knows and the disk has no more. */
  readonly missing: readonly string[];
  /** Files whose content is not what was kept. */
  readonly damaged: readonly string[];
}

export const OPENING = 'opening.json';
export const MANIFEST = 'manifest.json';
export const tableEntry = ({ place, name }: Pick<CopiedTable, 'place' | 'name'>): string => `table/${place}/${name}`;
export const fileEntry = (id: string): string => `file/${id}`;
