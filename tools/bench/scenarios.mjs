// What is asked of both servers, and how much of the bare server's pace the product should reach.
import { randomBytes, randomInt } from 'node:crypto';

/**
 * @typedef {object} Material what the loaded database offers to ask for
 * @property {string} centreId @property {readonly string[]} people @property {readonly string[]} cases @property {string} releaseId
 *
 * @typedef {object} Scenario
 * @property {string} name
 * @property {'registrar' | 'supervisor' | 'analyst'} who
 * @property {'GET' | 'POST'} method
 * @property {(material: Material) => (count: number) => { path: string, body?: string }} asking
 * @property {number} [ofBare] least share of the bare server's requests per second
 * @property {number} [p50Below] ms, for one connection
 * @property {boolean} [writes] the answers differ, so that they cannot be compared
 * @property {boolean} [grows] its p50 at a million people is compared with that at a hundred thousand
 */

const search = (/** @type {object} */ body) => ({ path: '/api/v1/people/search', body: JSON.stringify(body) });
/** Beginnings and middles of common and rare names, in the scripts of the region. */
const TYPED = ['sok', 'chan', 'vich', 'rath', 'boph', 'nuon', 'heng', 'pise', 'ស្រី', 'សុខ', 'ដារ៉ា', 'huot', 'sovann', 'thida', 'kalyan', 'menghong'];

const newId = () => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const SYLLABLES = ['ba', 'cho', 'da', 'kim', 'lo', 'mun', 'nea', 'pho', 'ra', 'sey', 'ta', 'vu', 'wan', 'ya', 'zin', 'ho'];
/** Names that nobody has yet, so that registering is not answered by duplicates. */
export const inventedName = () =>
  [0, 1].map(() => Array.from({ length: 3 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('')).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');

const newPerson = (/** @type {string} */ centreId) => {
  const name = inventedName();
  return {
    id: newId(), centreId, fullName: name, latinName: name, sex: 'female', birth: { date: `${randomInt(1970, 2004)}-0${randomInt(1, 9)}-1${randomInt(0, 9)}`, precision: 'day' },
    nationality: 'KH', languages: ['km'], education: 2, intakeSource: 'walk-in', contacts: [{ kind: 'phone', value: `+85531${String(randomInt(10_000_000)).padStart(7, '0')}` }],
  };
};

/** @type {readonly Scenario[]} */
export const SCENARIOS = [
  { name: 'list', who: 'registrar', method: 'POST', asking: () => () => search({ limit: 25, statuses: ['incomplete', 'complete'] }), ofBare: 0.5, grows: true },
  { name: 'list of cases', who: 'supervisor', method: 'GET', asking: () => () => ({ path: '/api/v1/cases?open=true&limit=25' }), ofBare: 0.5, grows: true },
  { name: 'search', who: 'registrar', method: 'POST', asking: () => (count) => search({ text: TYPED[count % TYPED.length], limit: 25 }), ofBare: 0.7, grows: true },
  { name: 'one', who: 'registrar', method: 'GET', asking: ({ people }) => (count) => ({ path: `/api/v1/people/${people[count % people.length]}` }), ofBare: 0.45, grows: true },
  { name: 'one case', who: 'supervisor', method: 'GET', asking: ({ cases }) => (count) => ({ path: `/api/v1/cases/${cases[count % cases.length]}` }), ofBare: 0.45, grows: true },
  { name: 'create', who: 'registrar', method: 'POST', asking: ({ centreId }) => () => ({ path: '/api/v1/people', body: JSON.stringify(newPerson(centreId)) }), ofBare: 0.4, writes: true },
  { name: 'dashboard', who: 'analyst', method: 'GET', asking: ({ releaseId }) => () => ({ path: `/api/v1/releases/${releaseId}/values?dimension=total` }), p50Below: 3 },
];
