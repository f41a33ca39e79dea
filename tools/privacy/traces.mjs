/** What the people in a database could be recognised by, wherever it is written. */
import { createDecipheriv, hkdfSync } from 'node:crypto';

/** @typedef {{ kind: string, text: string }} Trace */

const SEALED = /^v2\.([\w-]{8})\.([\w-]+)$/;

/** @param {string} sealed @param {string} configuredKey as the product is given it @returns {string} what the product sealed in a column */
function open(sealed, configuredKey) {
  const [, id, body] = SEALED.exec(sealed) ?? [];
  if (!body) throw new Error('A sealed column holds something that is not sealed.');
  const bytes = Buffer.from(body, 'base64url');
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(configuredKey, 'base64'), '', 'sampan/encrypt', 32));
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(`v2.${id}.`)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** Every text inside a value, however deep, without the names of its fields. @param {unknown} value @returns {string[]} */
export function textsIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const PEOPLE = `
  SELECT 'name' AS kind, unnest(ARRAY[full_name, latin_name, given_name, family_name, nickname] || also_known_as) AS text FROM person
  UNION SELECT 'address', address_text FROM person
  UNION SELECT CASE WHEN value LIKE '%@%' THEN 'e-mail address' ELSE 'phone number' END, value FROM contact
  UNION SELECT 'who may answer', who_may_answer FROM contact
  UNION SELECT 'number of another system', value FROM external_id`;
const COLLEAGUES = `SELECT 'e-mail address of a colleague' AS kind, email AS text FROM app_user UNION SELECT 'name of a colleague', display_name FROM app_user`;
const SEALED_COLUMNS = `
  SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
   WHERE c.table_schema = $1 AND t.table_type = 'BASE TABLE' AND c.data_type = 'text' AND c.column_name LIKE '%\\_sealed'`;

/** Shorter words are found in everything. In scripts where a letter is a word, two are a name. */
const isTelling = (/** @type {string} */ text) => (/[^\u0000-\u024f]/.test(text) ? text.length >= 2 : text.length >= 5);

/**
 * Names, phone and document numbers, addresses, narratives of everybody in a database of the product.
 * @param {import('pg').Client} client @param {string} schema @param {string} encryptionKey @returns {Promise<Trace[]>}
 */
export async function tracesOf(client, schema, encryptionKey) {
  await client.query(`SET search_path TO ${schema}`);
  const { rows } = await client.query(`${PEOPLE} UNION ${COLLEAGUES}`);
  const { rows: columns } = await client.query(SEALED_COLUMNS, [schema]);
  if (columns.length === 0) throw new Error(`The schema ${schema} has no sealed columns: it is not the product's.`);
  const sealed = [];
  for (const { table, column } of columns) {
    // The secret of a second step is no text about anybody, but nobody may read it in a log either.
    const { rows: found } = await client.query(`SELECT DISTINCT ${column} AS text FROM ${table} WHERE ${column} LIKE 'v2.%'`);
    const kind = column === 'number_sealed' ? 'document number' : `${table}.${column}`;
    for (const { text } of found) for (const part of partsOf(open(text, encryptionKey))) sealed.push({ kind, text: part });
  }
  return [...rows, ...sealed].filter(({ text }) => text && isTelling(text));
}

/** Ids, days and words of the product itself tell nothing about anybody. */
const OF_THE_PRODUCT = /^([0-9a-f-]{36}|\d{4}-\d{2}-\d{2}.*|[a-z]+([-.][a-z]+)*)$/;

/** A sealed row of an imported file is JSON; everything else is a text as somebody wrote it. @param {string} text @returns {string[]} */
function partsOf(text) {
  try {
    return textsIn(JSON.parse(text)).filter((part) => !OF_THE_PRODUCT.test(part));
  } catch {
    return [text];
  }
}
