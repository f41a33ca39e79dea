const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const leaks = pathToFileURL(join(__dirname, '../../../../tools/privacy/leaks.mjs')).href;
const tornRows = pathToFileURL(join(__dirname, '../../../../tools/postgres/torn-rows.mjs')).href;

/** What every refusal of the run said. */
const refusals = () => {
  const folder = process.env.SAMPAN_HTTP_REFUSALS;
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
};

/** All that the endpoints wrote in this run is looked at once more as a whole, before it is thrown away. */
module.exports = async () => {
  const product = globalThis.__product;
  if (!product) return;
  const { findTornRows } = await import(tornRows);
  const { findLeaks } = await import(leaks);
  const looked = await Promise.all([findTornRows(product.databaseUrl), findLeaks({ ...product, overheard: refusals() })]).finally(() => product.stop());
  const [torn, { leaks: found }] = looked;
  if (found.length > 0) {
    throw new Error(`Somebody is named where nobody may be:\n${found.slice(0, 50).join('\n')}`);
  }
  if (torn.length > 0) {
    throw new Error(`Rows of one person hang on rows of another: ${torn.map(({ relation, rows }) => `${relation} (${rows})`).join(', ')}`);
  }
};
