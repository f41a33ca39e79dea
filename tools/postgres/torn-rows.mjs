/**
 * Rows that say another person than the row they hang on, over every foreign key between two tables of persons. A node is
 * spread over machines by person one day; then such a row would be lost to its parent.
 * @param {string} url of a database of the product @param {string} [schema]
 * @returns {Promise<{ relation: string, rows: number }[]>} empty where all is well
 */
export async function findTornRows(url, schema = 'sampan') {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: relations } = await client.query(RELATIONS, [schema]);
    if (relations.length === 0) throw new Error(`The schema ${schema} has no rows of persons that hang on others.`);
    const torn = [];
    for (const { name, child, parent, joined } of relations) {
      const { rows } = await client.query(
        `SELECT count(*)::int AS n FROM ${child} c JOIN ${parent} p ON ${joined} WHERE c.person_id <> p.person_id`,
      );
      if (rows[0].n > 0) torn.push({ relation: name, rows: rows[0].n });
    }
    return torn;
  } finally {
    await client.end();
  }
}

const RELATIONS = `
  SELECT k.conname AS name, k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent,
         (SELECT string_agg(format('c.%I = p.%I', a.attname, b.attname), ' AND ')
            FROM unnest(k.conkey, k.confkey) AS pair(here, there)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.here
            JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.there) AS joined
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
   WHERE k.contype = 'f' AND c.relnamespace = $1::regnamespace
     AND 2 = (SELECT count(*) FROM pg_attribute a WHERE a.attname = 'person_id' AND NOT a.attisdropped AND a.attrelid IN (k.conrelid, k.confrelid))
   ORDER BY 1`;
