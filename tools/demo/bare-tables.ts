import type { EntityManager } from 'typeorm';

interface Definition {
  readonly drop: string;
  readonly create: string;
}

/** Foreign keys first: an index of a primary key cannot go while one leans on it, and those we keep. */
const DEFINITIONS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
         format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS create
  FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::text[]::regclass[])
  UNION ALL
  SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  FROM pg_index WHERE NOT indisunique AND indrelid = ANY ($1::text[]::regclass[])`;

/**
 * Fills tables without their foreign keys and search indexes, which are made again afterwards: built at once they cost a
 * third, and every foreign key is checked then. Inside the caller's transaction, by the owner of the tables.
 */
export const withBareTables = async (manager: EntityManager, tables: readonly string[], fill: () => Promise<void>): Promise<void> => {
  const definitions: Definition[] = await manager.query(DEFINITIONS, [tables]);
  for (const { drop } of definitions) {
    await manager.query(drop);
  }
  await fill();
  for (const { create } of [...definitions].reverse()) {
    await manager.query(create);
  }
};
