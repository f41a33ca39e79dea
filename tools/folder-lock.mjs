/**
 * One user per folder. The lock is a listening local socket, because the operating system takes it back the moment
 * its holder dies, however it dies: a lock file would have to be guessed stale. Whoever finds the folder taken can ask
 * the holder where it answers.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The folder is used by another process, which said this about itself. */
export class FolderInUse extends Error {
  /** @param {string} dir @param {{ pid?: number, address?: string, state?: string }} holder */
  constructor(dir, holder) {
    super(`The folder ${dir} is in use by process ${holder.pid ?? 'unknown'}.`);
    this.code = 'FOLDER_IN_USE';
    this.holder = holder;
  }
}

/**
 * Where the lock of a folder lies. Device and inode, not the path: the same folder reached through a link is the same.
 * @param {string} dir @param {string} purpose
 */
function socketOf(dir, purpose) {
  const { dev, ino } = statSync(dir, { bigint: true });
  const name = `sampan-${purpose}-${dev.toString(36)}-${ino.toString(36)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** @param {import('node:net').Server} server @param {string} path */
const listen = (server, path) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve(undefined);
    });
  });

/**
 * What the holder of the lock says about itself; undefined when nobody holds it.
 * @param {string} path @returns {Promise<object | undefined>}
 */
const ask = (path) =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(path);
    const done = () => {
      socket.destroy();
      try {
        resolve(JSON.parse(text));
      } catch {
        resolve({});
      }
    };
    socket.setTimeout(2000, done);
    socket.on('data', (chunk) => (text += chunk)).on('end', done);
    socket.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      ['ECONNREFUSED', 'ENOENT'].includes(error.code ?? '') ? resolve(undefined) : done(),
    );
  });

/**
 * Takes the lock of a folder or throws FolderInUse. It is held until release() or the end of this process.
 * @param {string} dir
 * @param {{ purpose?: string, waitMs?: number, about?: object }} [options] how long to wait for another holder
 */
export async function lockFolder(dir, { purpose = 'owner', waitMs = 0, about = {} } = {}) {
  mkdirSync(dir, { recursive: true });
  const path = socketOf(dir, purpose);
  let told = { pid: process.pid, ...about };
  for (let waited = 0; ; waited += 100) {
    const server = createServer((socket) => socket.on('error', () => undefined).end(JSON.stringify(told)));
    try {
      await listen(server, path);
      server.unref();
      return {
        /** Adds to what this process says about itself. @param {object} more */
        tell: (more) => void (told = { ...told, ...more }),
        release: () => new Promise((resolve) => server.close(() => resolve(undefined))),
      };
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
    const holder = await ask(path);
    if (!holder && process.platform !== 'linux' && process.platform !== 'win32') rmSync(path, { force: true });
    else if (holder && waited >= waitMs) throw new FolderInUse(dir, holder);
    await pause(100);
  }
}
