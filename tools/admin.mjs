/**
 * `npm run admin -- <command>`: the operator's commands, on the same data as `npm start`, whether that runs or not.
 * Without a command it lists them.
 */
import { join } from 'node:path';
import { dataFolder, encryptionKey, mark, marked, modeOf } from './start/data-folder.mjs';
import { productEnvironment } from './start/environment.mjs';
import { wishedAddress } from './start/ports.mjs';
import { build, install, pinnedNode, Refusal, root, run } from './start/project.mjs';

const PROGRAM = join(root, 'dist', 'apps', 'api', 'admin.mjs');

async function admin() {
  await install(console.error);
  await build(console.error);
  const dir = dataFolder();
  const demo = modeOf(dir) === 'demo';
  const key = encryptionKey(dir, false);
  const given = process.env.DATABASE_URL?.trim();
  const { startEmbedded } = await import('./postgres/embedded.mjs');
  const server = given ? undefined : await startEmbedded(join(dir, 'postgres'), { shared: true });
  try {
    const environment = productEnvironment({
      dir,
      databaseUrl: given || (server?.url ?? ''),
      key,
      demo,
      ...wishedAddress(),
    });
    const { code } = await run(pinnedNode(), [PROGRAM, ...process.argv.slice(2)], { env: environment });
    process.exitCode = code;
    // The folder remembers which key its data needs: from now on the new one.
    if (process.argv[2] === 'rotate-keys' && code === 0 && marked(dir, 'encryption-key')) mark(dir, 'encryption-key', key);
  } finally {
    await server?.stop();
  }
}

try {
  await admin();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
