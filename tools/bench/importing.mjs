// A register of so many rows, brought in as somebody brings it: upload, mapping, dry run with duplicate detection, commit.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { inventedName } from './scenarios.mjs';

/** One row in fifty is somebody who is known already; one in a hundred is in the file twice. */
const register = (/** @type {number} */ rows, /** @type {readonly { name: string, born: string }[]} */ known) => {
  const lines = ['name,latin name,sex,date of birth,nationality,phone'];
  // Every register has numbers of its own: one brought before must not be found in it again.
  const firstPhone = Math.floor(Math.random() * 9_000_000);
  for (let place = 0; place < rows; place += 1) {
    const former = lines.at(-1) ?? '';
    if (place % 100 === 99) lines.push(former);
    else if (place % 50 === 25) {
      const { name, born } = known[place % known.length] ?? { name: 'Sok Dara', born: '1990-01-01' };
      lines.push(`${name},,f,${born},KH,`);
    } else {
      const name = inventedName();
      lines.push(`${name},${name},${place % 2 ? 'f' : 'm'},${1965 + (place % 40)}-${String(1 + (place % 12)).padStart(2, '0')}-${String(1 + (place % 28)).padStart(2, '0')},KH,031${String((firstPhone + place) % 10_000_000).padStart(7, '0')}`);
    }
  }
  return lines.join('\n');
};

/**
 * @param {import('./client.mjs').Client} registrar @param {string} centreId @param {number} rows @param {readonly { name: string, born: string }[]} known
 */
export async function importRegister(registrar, centreId, rows, known) {
  const id = randomUUID();
  const form = new FormData();
  form.set('id', id);
  form.set('centreId', centreId);
  form.set('file', new Blob([register(rows, known)], { type: 'text/csv' }), 'register.csv');
  const seconds = async (/** @type {() => Promise<unknown>} */ act) => {
    const begun = performance.now();
    await act();
    return (performance.now() - begun) / 1000;
  };
  const until = async (/** @type {string} */ state) => {
    for (;;) {
      const { state: now, counts } = await registrar.call('GET', `imports/${id}`);
      if (now === state) return counts;
      await pause(250);
    }
  };
  let mapping = /** @type {object[]} */ ([]);
  const upload = await seconds(async () => ({ mapping } = await registrar.call('POST', 'imports', form)));
  const check = await seconds(async () => {
    await registrar.call('PUT', `imports/${id}/mapping`, { mapping });
    await until('checked');
  });
  let counts = {};
  const commit = await seconds(async () => {
    await registrar.call('POST', `imports/${id}/commit`, {});
    counts = await until('committed');
  });
  return { rows, upload, check, commit, counts, perSecond: rows / (upload + check + commit), checkedPerSecond: rows / check, committedPerSecond: rows / commit };
}
