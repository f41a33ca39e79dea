// A throw-away database with so many invented people and their cases.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../postgres/embedded.mjs';

/** As an operator would set it on such a machine; nothing that a power cut could undo. */
const SETTINGS = { shared_buffers: '512MB', max_connections: '100', max_wal_size: '4GB' };

/**
 * @typedef {object} BenchDatabase
 * @property {string} url @property {string} folder where the product keeps its files @property {number | undefined} pid of the embedded server
 * @property {boolean} isLoaded @property {() => void} markLoaded @property {() => Promise<void>} close
 */

/**
 * @param {string} name @param {string | undefined} kept the folder of a database that is used again @returns {Promise<BenchDatabase>}
 */
export async function openDatabase(name, kept) {
  const given = process.env.DATABASE_URL?.trim();
  const folder = kept ? join(kept, name) : mkdtempSync(join(tmpdir(), 'sampan-bench-'));
  mkdirSync(folder, { recursive: true });
  const mark = join(folder, 'loaded');
  const common = { folder, isLoaded: existsSync(mark), markLoaded: () => kept && writeFileSync(mark, '') };
  if (given) {
    const database = `sampan_bench_${kept ? name : process.pid}`;
    if (!common.isLoaded) await run(given, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`, `CREATE DATABASE ${database}`);
    const close = async () => {
      if (!kept) await run(given, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      if (!kept) rmSync(folder, { recursive: true, force: true });
    };
    return { ...common, url: Object.assign(new URL(given), { pathname: `/${database}` }).href, pid: undefined, close };
  }
  const server = await startEmbedded(join(folder, 'postgres'), { settings: SETTINGS });
  const close = async () => {
    await server.stop();
    if (!kept) rmSync(folder, { recursive: true, force: true });
  };
  return { ...common, url: server.url, pid: server.pid, close };
}

/** @param {string} url @param {readonly string[]} statements */
async function run(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Loads the demo with so many people and answers in how many seconds. @param {string} program @param {Record<string, string>} env @param {number} people */
export async function loadPeople(program, env, people) {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, '--people', String(people)], { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The people could not be loaded (exit code ${code}).`);
  return (performance.now() - begun) / 1000;
}
