/**
 * `npm run migration -- training` prints the SQL that brings the database from today's migrations to the entities of a
 * room; without a name, of all rooms. It is a draft: review it, and put it into apps/api/src/migrations.
 */
import { join } from 'node:path';
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

const config = serverBundle('api', { admin: 'apps/api/src/admin.ts' });
const dir = 'dist/tools/migration';
await build({ ...config, output: { ...config.output, dir } });
const server = await startTestServer();
const database = await createEmptyDatabase(server.url, 'migration');
const env = { ...toolEnvironment(), DATABASE_URL: database.url, SAMPAN_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64') };
try {
  for (const command of [['migrate'], ['schema-difference', ...process.argv.slice(2, 3)]]) {
    await run(pinnedNode(), [join(root, dir, 'admin.mjs'), ...command], { env });
  }
} finally {
  await database.drop();
}
