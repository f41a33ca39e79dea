const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const tornRows = pathToFileURL(join(__dirname, '../../../../tools/postgres/torn-rows.mjs')).href;

/** All that the endpoints wrote in this run is looked at once more as a whole, before it is thrown away. */
module.exports = async () => {
  const product = globalThis.__product;
  if (!product) return;
  const { findTornRows } = await import(tornRows);
  const torn = await findTornRows(product.databaseUrl).finally(() => product.stop());
  if (torn.length > 0) {
    throw new Error(`Rows of one person hang on rows of another: ${torn.map(({ relation, rows }) => `${relation} (${rows})`).join(', ')}`);
  }
};
