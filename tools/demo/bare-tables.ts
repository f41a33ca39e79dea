import type { EntityManager } from 'typeorm';

interface Definition {
  readonly drop: string;
  readonly create: string;
}

/** Foreign keys go first and come last: no index of a key can go while one leans on it. Where one of another table does, the key stays. */
const DEFINITIONS = `
  SELECT drop, "create" FROM (
    SELECT 1 AS step, conrelid AS "table", format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS create
    FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::text[]::regclass[])
    UNION ALL
    SELECT 2, c.conrelid, format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname), format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
    FROM pg_constraint c WHERE c.contype IN ('p', 'u') AND c.conrelid = ANY ($1::text[]::regclass[])
      AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = c.conindid AND NOT f.conrelid = ANY ($1::text[]::regclass[]))
    UNION ALL
    SELECT 2, i.indrelid, format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    FROM pg_index i WHERE i.indrelid = ANY ($1::text[]::regclass[]) AND NOT EXISTS (
      SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND (c.contype <> 'f' OR NOT c.conrelid = ANY ($1::text[]::regclass[])))
  ) AS definition ORDER BY step, "table"`;

/**
 * Fills tables without their keys and indexes, which are made again afterwards: built at once they cost a third, and every
 * key is checked then. Inside the caller's transaction, by the owner of the tables.
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
