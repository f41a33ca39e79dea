// One server asked by so many connections for so long.
import autocannon from 'autocannon';

/**
 * @typedef {object} Asked
 * @property {'GET' | 'POST'} method
 * @property {(count: number) => { path: string, body?: string }} next the next request; ids and bodies differ from call to call
 * @property {Record<string, string>} headers
 *
 * @typedef {object} Measured
 * @property {number} perSecond
 * @property {number} p50 in ms
 * @property {number} p99 in ms
 * @property {number} requests
 */

/**
 * @param {string} url only this machine's own address is asked @param {Asked} asked @param {number} connections @param {number} seconds
 * @returns {Promise<Measured>}
 */
export async function ask(url, { method, next, headers }, connections, seconds) {
  if (new URL(url).hostname !== '127.0.0.1') throw new Error('The bench asks 127.0.0.1 and nobody else.');
  const times = /** @type {number[]} */ ([]);
  let count = 0;
  const instance = autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 30,
    requests: [
      {
        method,
        headers,
        setupRequest: (request) => {
          count += 1;
          return { ...request, ...next(count) };
        },
      },
    ],
  });
  instance.on('response', (_client, _status, _bytes, time) => times.push(time));
  const result = await instance;
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${method} ${next(0).path} answered ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors.`);
  times.sort((one, other) => one - other);
  return { perSecond: times.length / result.duration, p50: at(times, 0.5), p99: at(times, 0.99), requests: times.length };
}

/** @param {readonly number[]} sorted @param {number} share */
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
