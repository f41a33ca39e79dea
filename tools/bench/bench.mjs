/**
 * `npm run bench`: how fast the product is, and how much of that it takes away itself. See docs/performance.md.
 * It loads a throw-away database, asks the product and a bare server in turns, prints a table and ends by itself.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { signIn } from './client.mjs';
import { loadPeople, openDatabase } from './database.mjs';
import { importRegister } from './importing.mjs';
import { ask } from './load.mjs';
import { readOptions } from './options.mjs';
import { cpuOf, cpuOfFamily, logFileIn, residentMb, startServer } from './processes.mjs';
import { goalsTable, linesTable, median } from './report.mjs';
import { SCENARIOS } from './scenarios.mjs';

const root = join(import.meta.dirname, '../..');
const DIST = process.env.BENCH_DIST ?? join(root, 'dist/apps/api');
const PORT = { product: 3971, bare: 3972 };
const CONNECTIONS = [1, 16];
const MILLION = 1_000_000;
/** How much slower ten times as many people may make a list. */
const MOST_GROWTH = 1.3;
const LEAST_IMPORT = 1_500;

const say = (/** @type {string} */ line) => console.log(line);

/** @param {string} databaseUrl @param {string} folder @param {string} key */
const productEnvironment = (databaseUrl, folder, key) => ({
  NODE_ENV: 'production', DATABASE_URL: databaseUrl, SAMPAN_DATA_DIR: join(folder, 'files'), SAMPAN_ENCRYPTION_KEY: key, SAMPAN_DEMO: 'true', SAMPAN_DEMO_PASSWORD: PASSWORD,
  HOST: '127.0.0.1', SAMPAN_RATE_LIMITS: 'off', PORT: String(PORT.product), LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
});
const PASSWORD = 'bench-bench-bench-1';
/** Only used for invented people in a database that is thrown away; the same one, so that a kept database stays readable. */
const KEY = Buffer.alloc(32, 'sampan-bench').toString('base64');

/** @param {string} url */
async function materialOf(url) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=sampan,extensions' });
  await client.connect();
  const one = async (/** @type {string} */ sql, /** @type {unknown[]} */ values = []) => (await client.query(sql, values)).rows;
  const [{ centre_id: centreId }] = await one(`SELECT centre_id FROM app_user WHERE email = 'registrar@demo.sampan.example'`);
  const people = await one(`SELECT id FROM person WHERE centre_id = $1 AND latin_name IS NOT NULL AND intake_source <> 'import' ORDER BY md5(id::text) LIMIT 500`, [centreId]);
  const cases = await one(`SELECT c.id FROM case_file c JOIN person p ON p.id = c.person_id WHERE c.centre_id = $1 AND p.latin_name IS NOT NULL AND c.owner_id IS NOT NULL AND c.reopened_at IS NULL
    AND (c.stage IN ('in-progress', 'planning', 'assessment')) AND NOT EXISTS (SELECT FROM case_approval a WHERE a.case_id = c.id) ORDER BY md5(c.id::text) LIMIT 300`, [centreId]);
  const [release] = await one(`SELECT id FROM release WHERE state = 'published' ORDER BY quarter DESC LIMIT 1`);
  const known = await one(`SELECT full_name AS name, birth_date::text AS born FROM person WHERE centre_id = $1 AND birth_precision = 'day' ORDER BY md5(id::text) LIMIT 400`, [centreId]);
  const [{ people: total }] = await one('SELECT count(*)::int AS people FROM person');
  await client.end();
  return { centreId, people: people.map(({ id }) => id), cases: cases.map(({ id }) => id), releaseId: release?.id ?? '', known, total };
}

/** Sorted keys: the same answer in another order of fields is the same answer. @param {unknown} value */
const ordered = (value) => JSON.stringify(value, (_, inner) => (inner && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner));

/** The bare server must answer what the product answers, or it would be a floor of something else. */
async function assertSame(scenario, asking, headers) {
  const { path, body } = asking(1);
  const answers = await Promise.all(
    Object.values(PORT).map(async (port) => (await fetch(`http://127.0.0.1:${port}${path}`, { method: scenario.method, headers, ...(body ? { body } : {}) })).json()),
  );
  if (ordered(answers[0]) !== ordered(answers[1])) {
    writeFileSync(join(root, 'tmp', 'bench-differs.json'), JSON.stringify(answers, null, 1));
    throw new Error(`The bare server answers "${scenario.name}" differently; see tmp/bench-differs.json.`);
  }
}

/** @param {import('./options.mjs').Options} options @param {number} people */
async function benchWith(options, people) {
  const database = await openDatabase(`people-${people}`, options.data);
  const begun = [];
  try {
    const env = productEnvironment(database.url, database.folder, KEY);
    let loadSeconds = Number.NaN;
    if (!database.isLoaded) {
      say(`Loading ${people} people…`);
      loadSeconds = await loadPeople(join(DIST, 'demo.mjs'), env, people);
      database.markLoaded();
      say(`Loaded in ${loadSeconds.toFixed(0)} s.`);
    }
    // The first start migrates; the second one is what a restart costs.
    const first = await startServer(join(DIST, 'main.mjs'), env, logFileIn(database.folder, 'product'));
    await first.stop();
    const product = await startServer(join(DIST, 'main.mjs'), env, logFileIn(database.folder, 'product'));
    begun.push(product);
    await pause(8_000);
    const idleMb = residentMb(product.pid);
    const bare = await startServer(join(import.meta.dirname, 'bare.mjs'), { DATABASE_URL: database.url, PORT: String(PORT.bare), NODE_ENV: 'production' }, logFileIn(database.folder, 'bare'));
    begun.push(bare);
    const material = await materialOf(database.url);
    const url = `http://127.0.0.1:${PORT.product}`;
    const clients = Object.fromEntries(await Promise.all(['registrar', 'supervisor', 'analyst'].map(async (name) => [name, await signIn(url, `${name}@demo.sampan.example`, PASSWORD)])));
    const lines = [];
    for (const scenario of SCENARIOS.filter(({ name }) => options.only.length === 0 || options.only.includes(name))) {
      lines.push(...(await measure(scenario, { material, headers: clients[scenario.who].headers, pids: { product: product.pid, bare: bare.pid }, databasePid: database.pid, options })));
    }
    const wantsImport = options.only.length === 0 || options.only.includes('import');
    const imports = [];
    for (let round = 0; wantsImport && round < options.rounds; round += 1) {
      const brought = await importRegister(clients.registrar, material.centreId, options.importRows, material.known);
      say(`  import: ${brought.perSecond.toFixed(0)} rows/s (check ${brought.checkedPerSecond.toFixed(0)}, commit ${brought.committedPerSecond.toFixed(0)})`);
      imports.push(brought);
    }
    const imported = imports.sort((one, other) => one.perSecond - other.perSecond)[Math.floor(imports.length / 2)] ?? null;
    return { people: material.total, loadSeconds, warmStartMs: product.startedInMs, idleMb, lines, imported };
  } finally {
    await Promise.all(begun.map(({ stop }) => stop()));
    await database.close();
  }
}

/** Both servers take turns, so that what else the machine does falls on both. */
async function measure(scenario, { material, headers, pids, databasePid, options }) {
  const asking = scenario.asking(material);
  if (!scenario.writes) await assertSame(scenario, asking, headers);
  const lines = [];
  for (const connections of CONNECTIONS) {
    const rounds = { product: /** @type {any[]} */ ([]), bare: /** @type {any[]} */ ([]) };
    for (let round = 0; round <= options.rounds; round += 1) {
      for (const server of /** @type {const} */ (['bare', 'product'])) {
        const [cpu, databaseCpu] = [cpuOf(pids[server]), cpuOfFamily(databasePid)];
        const measured = await ask(`http://127.0.0.1:${PORT[server]}`, { method: scenario.method, next: asking, headers }, connections, round === 0 ? 1 : options.seconds);
        const per = (/** @type {number} */ ms) => ms / measured.requests;
        // The first round only warms up.
        if (round > 0) rounds[server].push({ ...measured, cpuMs: per(cpuOf(pids[server]) - cpu), databaseMs: databasePid ? per(cpuOfFamily(databasePid) - databaseCpu) : Number.NaN });
      }
    }
    for (const server of /** @type {const} */ (['product', 'bare'])) {
      const middle = (/** @type {string} */ field) => median(rounds[server].map((round) => round[field]));
      lines.push({ name: scenario.name, connections, server, perSecond: middle('perSecond'), p50: middle('p50'), p99: middle('p99'), cpuMs: middle('cpuMs'), databaseMs: middle('databaseMs') });
    }
    const [product, floor] = lines.slice(-2);
    say(`  ${scenario.name}, ${connections} connections: ${product.perSecond.toFixed(0)}/s, ${((100 * product.perSecond) / floor.perSecond).toFixed(0)} % of bare`);
  }
  return lines;
}

/** @returns {import('./report.mjs').Goal[]} */
const goalsOf = ({ lines, idleMb, warmStartMs, imported, loadSeconds }) => {
  const of = (name, server, connections) => lines.find((line) => line.name === name && line.server === server && line.connections === connections);
  const goals = SCENARIOS.flatMap(({ name, ofBare, p50Below }) => {
    if (!of(name, 'product', 1)) return [];
    const shares = CONNECTIONS.map((connections) => of(name, 'product', connections).perSecond / of(name, 'bare', connections).perSecond);
    const p50 = of(name, 'product', 1).p50;
    return [
      ...(ofBare ? [{ what: `${name}, of bare`, least: `${ofBare * 100} %`, reached: shares.map((share, place) => `${(share * 100).toFixed(0)} % at ${CONNECTIONS[place]}`).join(', '), met: shares.every((share) => share >= ofBare) }] : []),
      ...(p50Below ? [{ what: `${name}, p50`, least: `< ${p50Below} ms`, reached: `${p50.toFixed(2)} ms`, met: p50 < p50Below }] : []),
    ];
  });
  if (imported) goals.push({ what: 'import, whole', least: `${LEAST_IMPORT} rows/s`, reached: `${imported.perSecond.toFixed(0)} rows/s (check ${imported.checkedPerSecond.toFixed(0)}, commit ${imported.committedPerSecond.toFixed(0)})`, met: imported.perSecond >= LEAST_IMPORT });
  goals.push({ what: 'idle memory, api and worker', least: '< 200 MB', reached: `${idleMb.toFixed(0)} MB`, met: idleMb > 0 && idleMb < 200 });
  goals.push({ what: 'warm start', least: '< 3 s', reached: `${(warmStartMs / 1000).toFixed(1)} s`, met: warmStartMs < 3000 });
  if (Number.isFinite(loadSeconds)) goals.push({ what: 'loading the people', least: '< 180 s', reached: `${loadSeconds.toFixed(0)} s`, met: loadSeconds < 180 });
  return goals;
};

/** @returns {import('./report.mjs').Goal[]} */
const growthOf = (few, many) =>
  SCENARIOS.filter(({ grows }) => grows).flatMap(({ name }) => {
    const [one, other] = [few, many].map(({ lines }) => lines.find((line) => line.name === name && line.server === 'product' && line.connections === 1)?.p50);
    return one && other ? [{ what: `${name}, p50 at ${many.people} against ${few.people} people`, least: `≤ ${MOST_GROWTH} ×`, reached: `${(other / one).toFixed(2)} × (${one.toFixed(2)} → ${other.toFixed(2)} ms)`, met: other / one <= MOST_GROWTH }] : [];
  });

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (!existsSync(join(DIST, 'main.mjs'))) throw new Error('The product is not built yet: npm run build');
  mkdirSync(join(root, 'tmp'), { recursive: true });
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  say(`${new Date().toISOString().slice(0, 10)} · ${machine}`);
  const result = await benchWith(options, options.people);
  const goals = goalsOf(result);
  const million = options.million ? await benchWith({ ...options, only: SCENARIOS.filter(({ grows }) => grows).map(({ name }) => name) }, MILLION) : null;
  if (million) goals.push(...growthOf(result, million));
  say(`\n${linesTable([...result.lines, ...(million?.lines ?? [])])}\n\n${goalsTable(goals)}\n`);
  const file = join(root, 'tmp', 'bench.json');
  writeFileSync(file, JSON.stringify({ at: new Date().toISOString(), machine, options, result, million, goals }, null, 2));
  say(`The numbers are in ${file}.`);
}

process.on('SIGINT', () => process.exit(130));
try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
