/**
 * The floor: `node:http` and `pg`, and nothing else. It asks the same statements as the product (who is signed in, the
 * rows, the audit row where the product writes one) and answers the same JSON, so that what is left is what the product
 * adds: routing, validation, rules, logging, metrics. The bench compares both answers before it measures.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { STATEMENTS } from './statements.mjs';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16, options: '-c search_path=sampan,extensions -c role=sampan_work' });
const ask = async (/** @type {keyof typeof STATEMENTS} */ name, /** @type {unknown[]} */ values, /** @type {Pick<import('pg').PoolClient, 'query'>} */ client = pool) => (await client.query({ name, text: STATEMENTS[name], values })).rows;

/** @param {import('node:http').IncomingMessage} request */
const viewerOf = async (request) => {
  const token = /sampan_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const [session] = await ask('session', [createHash('sha256').update(token).digest('base64url')]);
  if (!session || (request.method !== 'GET' && session.csrf_token !== request.headers['x-xsrf-token'])) throw new Error('signed out');
  return session;
};

/** @param {import('node:http').IncomingMessage} request */
const bodyOf = async (request) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
};

const newId = () => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

const today = new Date().toISOString().slice(0, 10);
const showReference = (/** @type {string} */ digits) => `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
const birthOf = (row) => (row.birthDate && row.birthPrecision ? { date: row.birthDate, precision: row.birthPrecision } : null);
/** Years of the youngest that somebody may be. */
const leastAge = ({ birthDate, birthPrecision }) => {
  const born = birthPrecision === 'day' ? birthDate : `${Number(birthDate.slice(0, 4)) + (birthPrecision === 'estimated-age' ? 2 : 0)}-12-31`;
  return Math.max(0, Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0));
};
const treatAsMinor = (row) => row.ageInDoubt || !row.birthDate || leastAge(row) < 18;
const latinName = (row) => row.latinName;

const listed = (row) => ({
  id: row.id, reference: showReference(row.reference), displayName: row.fullName, latinName: latinName(row), sex: row.sex, birth: birthOf(row), treatAsMinor: treatAsMinor(row),
  nationality: row.nationality, centreId: row.centreId, status: row.status, registeredOn: row.registeredOn,
});

const whole = (row) => ({
  id: row.id, centreId: row.centreId, reference: showReference(row.reference), displayName: row.fullName, fullName: row.fullName, latinName: latinName(row), latinNameSuggested: false,
  givenName: row.givenName, familyName: row.familyName, nickname: row.nickname, alsoKnownAs: row.alsoKnownAs, sex: row.sex, birth: birthOf(row), age: row.birthDate ? leastAge(row) : null,
  ageInDoubt: row.ageInDoubt, treatAsMinor: treatAsMinor(row), nationality: row.nationality, languages: row.languages, education: row.education, adminAreaCode: row.adminAreaCode,
  addressText: row.addressText, status: row.status, missing: row.consentAsked ? [] : ['consent'], intake: null, mergedIntoId: row.mergedIntoId, registeredOn: row.registeredOn, version: row.version,
});

const pageOf = (rows, limit, keyOf, present) => ({
  items: rows.slice(0, limit).map(present),
  nextCursor: rows.length > limit ? Buffer.from(JSON.stringify([1, ...keyOf(rows[limit - 1])])).toString('base64url') : null,
  previousCursor: null,
});

const STATUSES = ['incomplete', 'complete'];
const byName = (row) => [row.fullName, row.id];

const search = async (request) => {
  const viewer = await viewerOf(request);
  const { text, limit } = await bodyOf(request);
  const rows = text ? await ask('search', [viewer.centre_id, STATUSES, `%${text}%`]) : await ask('list', [viewer.centre_id, STATUSES]);
  const { nextCursor, previousCursor, items } = pageOf(rows, limit, byName, listed);
  return { nextCursor, previousCursor, items };
};

const one = async (request, id) => {
  const viewer = await viewerOf(request);
  const [row] = await ask('one', [id, viewer.centre_id, newId(), new Date(), viewer.user_id, 'person.opened', 'person', newId(), '{}']);
  return whole(row);
};

const summaries = async (viewer, ids) => new Map((await ask('summaries', [ids, viewer.centre_id])).map((row) => [row.id, row]));
const casePerson = (row) => ({ id: row.id, reference: showReference(row.reference), fullName: row.fullName, latinName: latinName(row), treatAsMinor: treatAsMinor(row) });
const names = async (ids) => new Map((await ask('names', [ids])).map(({ id, displayName }) => [id, displayName]));
const caseLine = (row, people, workers) => ({
  id: row.id, number: row.number, person: casePerson(people.get(row.personId)), centreId: row.centreId, stage: row.stage, ownerId: row.ownerId, ownerName: workers.get(row.ownerId) ?? null,
  openedAt: row.openedAt.toISOString(),
});

/** A supervisor may see one person more for a while; that is asked at every request. */
const supervisorOf = async (request) => {
  const viewer = await viewerOf(request);
  await ask('exceptions', [viewer.user_id, new Date()]);
  return viewer;
};

const cases = async (request) => {
  const viewer = await supervisorOf(request);
  const rows = await ask('cases', [viewer.centre_id]);
  const shown = rows.slice(0, 25);
  const people = await summaries(viewer, shown.map(({ personId }) => personId));
  const workers = await names([...new Set(shown.map(({ ownerId }) => ownerId))]);
  return pageOf(rows, 25, (row) => [row.openedAt.toISOString(), row.id], (row) => caseLine(row, people, workers));
};

const STAGES = ['referred', 'intake', 'assessment', 'planning', 'in-progress', 'closing', 'closed'];
const NEXT = { intake: ['assessment', 'rejected'], assessment: ['planning', 'closing'], planning: ['in-progress', 'closing'], 'in-progress': ['closing'], closed: ['reopened'] };

const oneCase = async (request, id) => {
  const viewer = await supervisorOf(request);
  const [row] = await ask('case', [id, viewer.centre_id, newId(), new Date(), viewer.user_id, 'case.opened', 'case', newId(), '{}']);
  const people = await summaries(viewer, [row.personId]);
  await ask('approval', [id]);
  const workers = await names([row.ownerId]);
  const at = STAGES.indexOf(row.stage);
  return {
    ...caseLine(row, people, workers), source: row.source, flagId: row.flagId, presentingIssue: row.presentingIssue, urgentConcern: row.urgentConcern,
    bar: STAGES.map((stage, place) => ({ stage, is: place < at ? 'done' : place === at ? 'current' : 'ahead' })), nextStages: NEXT[row.stage], planAgreedOn: row.planAgreedOn,
    planAgreedWith: row.planAgreedWith, closureRequest: null, closureReason: row.closureReason, closureOutcome: row.closureOutcome, closedAt: row.closedAt?.toISOString() ?? null,
    reopeningReason: row.reopeningReason, rejectionReason: row.rejectionReason, version: row.version,
  };
};

const dashboard = async (request, id) => {
  await viewerOf(request);
  const rows = await ask('values', [id]);
  return { releaseId: id, values: rows.map(({ numbers, computedAt, cutOff, ...row }) => ({ ...row, ...numbers, computedAt: computedAt.toISOString(), cutOff })) };
};

/** What registering does to the database, with the keys and texts handed in: no rule is applied here. */
const freeReference = async (client) => {
  for (;;) {
    const reference = String(100_000_000 + Math.floor(Math.random() * 899_999_999));
    if ((await ask('reference', [[reference]], client)).length === 0) return reference;
  }
};

const create = async (request) => {
  const viewer = await viewerOf(request);
  const person = await bodyOf(request);
  const { keys, bornFrom, bornTo, searchText } = filed(person);
  const [now, contact] = [new Date(), person.contacts[0]];
  const at = now.toISOString();
  const whose = { person_id: person.id, centre_id: viewer.centre_id };
  const rowOf = (reference) => ({
    id: person.id, centre_id: viewer.centre_id, reference, full_name: person.fullName, latin_name: person.latinName, given_name: null, family_name: null, nickname: null, also_known_as: [],
    sex: person.sex, birth_date: person.birth.date, birth_precision: person.birth.precision, age_in_doubt: false, accompanied_by: null, guardian_implicated: null, nationality: person.nationality,
    languages: person.languages, education: person.education, admin_area_code: null, address_text: null, intake_source: person.intakeSource, presenting_issue_sealed: null, urgent_concern: false,
    status: 'incomplete', search_text: searchText, registered_on: today, registered_by: viewer.user_id, created_at: at, changed_at: at, version: 1,
  });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await ask('person', [JSON.stringify([rowOf(await freeReference(client))])], client);
    await ask('contact', [JSON.stringify([{ id: newId(), ...whose, kind: contact.kind, value: contact.value, whose: 'self', safe_to_call: null, safe_when: null, who_may_answer: null, created_at: at, version: 1 }])], client);
    await ask('keys', [JSON.stringify(keys.map((key, place) => ({ ...whose, key, born_from: bornFrom[place], born_to: bornTo[place] })))], client);
    await ask('comparables', [[person.id]], client);
    const candidates = await ask('candidates', [keys, bornFrom.map((year) => year - 1), bornTo.map((year) => year + 1), [person.id]], client);
    if (candidates.length > 0) await ask('comparables', [candidates.map((candidate) => candidate.person_id)], client);
    await ask('line', [JSON.stringify([{ id: newId(), ...whose, at, kind: 'people.registered', fact: 'fact.identity', data: {}, source_type: 'person', source_id: person.id }])], client);
    await ask('audit', [newId(), now, viewer.user_id, 'person.registered', 'person', newId(), '{}', person.id, person.id, viewer.centre_id], client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  const [written] = await ask('written', [person.id, viewer.centre_id]);
  return whole(written);
};

/** About as many keys, as long and as rare as those that the rules make of such a name. */
const filed = (person) => {
  const words = person.latinName.toLowerCase().split(' ');
  const year = Number(person.birth.date.slice(0, 4));
  const names = [person.fullName, ...words, words.join(' '), [...words].reverse().join(' '), words.join('')];
  const keys = [...new Set([...names.map((name) => `r:${name}`), `t:${person.contacts[0].value}`, ...words.map((word) => `d:${person.birth.date}:${word}`)])];
  return { keys, bornFrom: keys.map(() => year), bornTo: keys.map(() => year), searchText: names.join(' | ') };
};

const ROUTES = /** @type {const} */ ([
  ['POST', /^\/api\/v1\/people\/search$/, search],
  ['POST', /^\/api\/v1\/people$/, create],
  ['GET', /^\/api\/v1\/people\/([0-9a-f-]{36})$/, one],
  ['GET', /^\/api\/v1\/cases\?/, cases],
  ['GET', /^\/api\/v1\/cases\/([0-9a-f-]{36})$/, oneCase],
  ['GET', /^\/api\/v1\/releases\/([0-9a-f-]{36})\/values/, dashboard],
]);

const server = createServer((request, response) => {
  for (const [method, path, act] of ROUTES) {
    const match = request.method === method ? path.exec(request.url ?? '') : null;
    if (match) {
      void act(request, match[1] ?? '').then(
        (answer) => {
          const text = JSON.stringify(answer);
          response.writeHead(method === 'POST' && act === create ? 201 : 200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
        },
        (error) => response.writeHead(500).end(String(error)),
      );
      return;
    }
  }
  response.writeHead(404).end();
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ ready: true }));
process.on('SIGTERM', () => process.exit(0));
