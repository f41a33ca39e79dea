export const IMPORT_TARGETS = [
  'fullName', 'familyName', 'givenName', 'latinName', 'nickname', 'sex', 'birthDate', 'age', 'nationality', 'language', 'phone', 'documentNumber', 'address', 'externalId',
] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** What one column of the file means. Several columns of one meaning are put together in the order of the file. */
export interface ColumnMapping {
  /** Counted from 0. */
  readonly column: number;
  readonly target: ImportTarget;
}
