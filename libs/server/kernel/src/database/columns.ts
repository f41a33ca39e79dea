import { Column, type ColumnOptions, type DataSource } from 'typeorm';

/** A calendar day, read and written as `YYYY-MM-DD`. */
export const DayColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('date', options);

/** A moment, to the microsecond, in UTC. */
export const MomentColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('timestamptz', options);

interface LookUp {
  readonly purpose: string;
  /** The property with the sealed text that the hash is of. */
  readonly of: string;
  /** The one spelling that is hashed. */
  readonly spelling: (text: string) => string;
  /** Where else the hash of the same person stands. */
  readonly copies?: readonly { readonly table: string; readonly column: string; readonly prefix: string }[];
}

interface KeyedProperty {
  readonly entity: unknown;
  readonly property: string;
  readonly lookUp: LookUp | null;
}

const keyed: KeyedProperty[] = [];

/** Text made by `Cipher.encrypt`. Every such column says so: `rotate-keys` finds them by this. */
export const SealedColumn =
  (options: ColumnOptions = {}): PropertyDecorator =>
  (target, property) => {
    Column('text', options)(target, property);
    keyed.push({ entity: target.constructor, property: String(property), lookUp: null });
  };

/** A hash made by `Cipher.keyedHash` of a sealed text in the same row, to find it again; `rotate-keys` makes it anew. */
export const LookUpColumn =
  (lookUp: LookUp, options: ColumnOptions = {}): PropertyDecorator =>
  (target, property) => {
    Column('text', options)(target, property);
    keyed.push({ entity: target.constructor, property: String(property), lookUp });
  };

/** A table with columns that depend on the encryption key. */
export interface KeyedTable {
  readonly table: string;
  readonly primaryKey: readonly string[];
  readonly sealed: readonly string[];
  readonly hashes: readonly (LookUp & { readonly column: string })[];
}

export const keyedTables = (dataSource: DataSource): KeyedTable[] =>
  dataSource.entityMetadatas.flatMap((metadata) => {
    const mine = keyed.filter(({ entity }) => entity === metadata.target);
    const column = (property: string): string => metadata.findColumnWithPropertyName(property)?.databaseName ?? property;
    if (mine.length === 0) {
      return [];
    }
    return [
      {
        table: metadata.tableName,
        primaryKey: metadata.primaryColumns.map(({ databaseName }) => databaseName),
        sealed: mine.filter(({ lookUp }) => lookUp === null).map(({ property }) => column(property)),
        hashes: mine.flatMap(({ property, lookUp }) => (lookUp ? [{ ...lookUp, column: column(property), of: column(lookUp.of) }] : [])),
      },
    ];
  });
