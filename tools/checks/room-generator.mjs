// The generator makes a room that the type checker and the bundler accept, on a copy of the workspace.
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRoom } from '../generators/room/room.mjs';

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'sampan-room-'));
try {
  for (const part of ['apps/api', 'libs/server', 'libs/testing', 'tools/server-bundle.mjs', 'tools/demo', 'tsconfig.json', 'eslint.config.mjs', 'package.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  makeRoom(copy, 'exchange-test', 'access');
  execFileSync(process.execPath, [join(root, 'node_modules/rolldown/bin/cli.mjs'), '-c', 'apps/api/rolldown.config.mjs', '--logLevel', 'silent'], { cwd: copy, stdio: 'inherit' });
  let refused = false;
  try {
    makeRoom(copy, 'exchange-test', 'access');
  } catch {
    refused = true;
  }
  if (!refused) throw new Error('The generator made the same room twice.');
  console.log('ok   the generator makes a room that builds, and refuses to make it twice');
} catch (error) {
  console.error(`FAIL ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
