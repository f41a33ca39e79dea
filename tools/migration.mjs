/**
 * `npm run migration -- training` prints the SQL that brings the database from today's migrations to the entities of a
 * room; without a name, of all rooms. It is a draft: review it, and put it into apps/api/src/migrations.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, pinnedNode, root, run, toolEnvironment } from './start/project.mjs';

if (Number(process.versions.node.split('.')[0]) < 24) {
  await install(console.error);
  const { code } = await run(pinnedNode(), [import.meta.filename, ...process.argv.slice(2)], {
    env: toolEnvironment(),
  });
  process.exit(code);
}
process.chdir(root);
const { build } = await import('rolldown');
const { serverBundle } = await import('./server-bundle.mjs');
const { createEmptyDatabase, startTestServer } = await import('./postgres/test-server.mjs');

const config = serverBundle('api', { print: 'tools/migration/print.ts' });
const dir = 'dist/tools/migration';
await build({ ...config, output: { ...config.output, dir } });
const { print } = await import(pathToFileURL(join(root, dir, 'print.mjs')).href);
const server = await startTestServer();
const database = await createEmptyDatabase(server.url, 'migration');
try {
  await print(database.url, process.argv[2]);
} finally {
  await database.drop();
}
