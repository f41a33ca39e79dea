/** Looks for traces of people where none may be: logs, addresses, titles, notifications, jobs, refusals. */
import { readFileSync } from 'node:fs';
import { textsIn, tracesOf } from './traces.mjs';

/** @typedef {{ place: string, text: string }} Written */

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** Before separators inside a number are taken out, so that a time is not taken for a phone. */
const MOMENT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z?/g;
/** Written in groups, or as one. */
const NUMBERS = [/\+?\d[\d ().-]{5,20}\d/g, /\d{7,15}/g];

/** What the product says itself when it refuses a form. Only whoever tries to break in gives such a name. */
const OWN_WORDS = new Set(['constructor', 'prototype', '__proto__']);

/** As it is compared: one way of writing letters, nothing encoded, ids and moments gone. @param {string} text */
function plain(text) {
  const decoded = text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));
  return `${text}\n${decoded}`.normalize('NFC').toLowerCase().replace(ID, '#').replace(MOMENT, '#');
}

/** The ways in which people write one phone number, digits only. @param {string} phone */
function waysToWrite(phone) {
  const digits = phone.replace(/\D/g, '');
  const national = phone.startsWith('+') ? digits.replace(/^(855|856|66|84|95|86|62|60|65|7|1)/, '') : digits.replace(/^0/, '');
  return national.length >= 7 ? [digits, `00${digits}`, national, `0${national}`] : [];
}

/**
 * @param {import('./traces.mjs').Trace[]} traces @param {Written[]} written
 * @returns {string[]} one line for each place and trace; empty is the only good answer
 */
export function leaksIn(traces, written) {
  const byPlace = new Map();
  for (const { place, text } of written) {
    const known = byPlace.get(place) ?? new Set();
    byPlace.set(place, known.add(plain(text)));
  }
  const words = new Map(traces.filter(({ kind, text }) => kind !== 'phone number' && !OWN_WORDS.has(text)).map(({ kind, text }) => [text.normalize('NFC').toLowerCase(), kind]));
  const numbers = new Set(traces.filter(({ kind }) => kind === 'phone number').flatMap(({ text }) => waysToWrite(text)));
  const leaks = [];
  for (const [place, texts] of byPlace) {
    const all = [...texts].join('\n');
    for (const [word, kind] of words) {
      const at = placeOf(all, word);
      if (at >= 0) leaks.push(`${place}: ${kind} "${word}" in "${around(all, at)}"`);
    }
    for (const match of NUMBERS.flatMap((number) => [...all.matchAll(number)])) {
      const digits = match[0].replace(/\D/g, '');
      if (numbers.has(digits)) leaks.push(`${place}: phone number ${digits} in "${around(all, match.index)}"`);
    }
  }
  return [...new Set(leaks)];
}

/** @param {string} all @param {string} word @returns {number} where it stands by itself; -1 when nowhere */
function placeOf(all, word) {
  let at = all.indexOf(word);
  while (at >= 0 && !word.includes('@') && isInsideAWord(all, at, word)) at = all.indexOf(word, at + 1);
  return at;
}

/** "Sokha" is not written in "sokhan"; only the scripts that put spaces between words can tell. @param {string} all @param {number} at @param {string} word */
const isInsideAWord = (all, at, word) => isLatin(word) && (/[a-z]/.test(all[at - 1] ?? '') || /[a-z]/.test(all[at + word.length] ?? ''));
const isLatin = (/** @type {string} */ word) => !/[^\u0000-\u024f]/.test(word);
const around = (/** @type {string} */ all, /** @type {number} */ at) => all.slice(Math.max(0, at - 80), at + 120).split('\n').find((line) => line.length > 0);

/** The names of fields: a table of people by name would show there. @param {unknown} value @returns {string[]} */
const fieldsIn = (value) => (typeof value === 'object' && value !== null ? [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(fieldsIn)] : []);

/** @param {string} file a log of the product @returns {Written[]} everything that its lines say */
export function writtenInLog(file) {
  const texts = new Set();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const said = line.startsWith('{') ? JSON.parse(line) : line;
    for (const text of [...textsIn(said), ...fieldsIn(said)]) texts.add(text);
  }
  return [...texts].map((text) => ({ place: 'log', text }));
}

const IN_TABLES = (/** @type {string} */ schema) => [
  { place: 'notification', query: `SELECT to_jsonb(n) AS row FROM ${schema}.notification n` },
  { place: 'job', query: `SELECT to_jsonb(j) AS row FROM ${schema}.job j` },
  { place: 'queue, with its dead letters', query: `SELECT to_jsonb(q) AS row FROM ${schema}_queue.job q` },
  { place: 'audit', query: `SELECT DISTINCT a.details AS row FROM ${schema}.audit_entry a` },
];

/** @param {import('pg').Client} client @param {string} schema @returns {Promise<Written[]>} */
async function writtenInTables(client, schema) {
  const written = [];
  for (const { place, query } of IN_TABLES(schema)) {
    const { rows } = await client.query(query);
    const texts = new Set(rows.flatMap(({ row }) => [...textsIn(row), ...fieldsIn(row)]));
    written.push(...[...texts].map((text) => ({ place, text })));
  }
  return written;
}

/**
 * Looks through a running product's log and tables, and what else was overheard, for everybody in its database.
 * @param {{ databaseUrl: string, encryptionKey: string, logFile: string, overheard?: Written[], schema?: string }} product
 */
export async function findLeaks({ databaseUrl, encryptionKey, logFile, overheard = [], schema = 'sampan' }) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const traces = await tracesOf(client, schema, encryptionKey);
    const written = [...writtenInLog(logFile), ...(await writtenInTables(client, schema)), ...overheard];
    return { leaks: leaksIn(traces, written), traces: traces.length, places: [...new Set(written.map(({ place }) => place))] };
  } finally {
    await client.end();
  }
}
