/** The port on which people find the product. */
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './project.mjs';

/** @param {string} host @param {number} port @returns {Promise<{ port: number } | { code: string }>} */
const tryListening = (host, port) =>
  new Promise((resolve) => {
    const server = createServer().on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve({ code: error.code ?? '' }),
    );
    server.listen(port, host, () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve({ port: address.port }));
    });
  });

/** Browsers try the newer kind of `localhost` first: a program there would be met instead of us. @param {number} port */
const answersOnOtherLocalhost = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: '::1', port, timeout: 500 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });

/** @returns {{ host: string, port: number }} */
export function wishedAddress() {
  const text = process.env.PORT?.trim() || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refusal(`PORT must be a number from 0 to 65535, and is "${text}".`);
  return { host: process.env.HOST?.trim() || '127.0.0.1', port };
}

/**
 * Makes sure that the port can be had, or throws a sentence. A port that our own former process is just leaving is waited for.
 * @param {string} host @param {number} port 0: any @param {number} [waitMs] @returns {Promise<number>}
 */
export async function freePortOrRefusal(host, port, waitMs = 0) {
  for (let waited = 0; ; waited += 100) {
    const result = await tryListening(host, port);
    if ('port' in result) {
      if (port === 0 || host !== '127.0.0.1' || !(await answersOnOtherLocalhost(port))) return result.port;
    } else if (result.code === 'EACCES') {
      throw new Refusal(`This user may not use port ${port}. Choose another, for example: PORT=3001 npm start`);
    } else if (result.code !== 'EADDRINUSE') {
      throw new Refusal(`HOST=${host} is not an address of this machine (${result.code}).`);
    }
    if (waited >= waitMs)
      throw new Refusal(
        `Port ${port} is already used by another program. Choose another, for example: PORT=${port + 1} npm start`,
      );
    await pause(100);
  }
}
