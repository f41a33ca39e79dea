/** The folder with everything that must outlive the process: database, files, keys. Only its owner can look into it. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal, root } from './project.mjs';

/** @returns {string} */
export function dataFolder() {
  const dir = resolve(root, process.env.SAMPAN_DATA_DIR || '.sampan');
  try {
    mkdirSync(dir, { recursive: true });
    // Started by root, the database below runs as another user, who must be able to pass; nobody can list the names.
    chmodSync(dir, process.getuid?.() === 0 ? 0o711 : 0o700);
    mkdirSync(join(dir, 'postgres'), { recursive: true, mode: 0o700 });
    return dir;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    throw new Refusal(
      `The data folder ${dir} cannot be used by this user (${error.code}). Start as the user it belongs to, or set SAMPAN_DATA_DIR.`,
    );
  }
}

/** @param {string} file @param {string} text a secret or a mark that must be whole or absent */
function keep(file, text) {
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return text;
}

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);

/**
 * What this folder is: `demo` or `live`; the wish of SAMPAN_DEMO where it is still nothing. A folder stays what it was
 * first, because the demo's invented people must never be poured among real ones.
 * @param {string} dir @returns {'demo' | 'live' | undefined}
 */
export function modeOf(dir) {
  const wish = process.env.SAMPAN_DEMO?.trim() || undefined;
  if (wish && !['true', 'false'].includes(wish)) throw new Refusal('SAMPAN_DEMO must be true or false.');
  const wished = wish && (wish === 'true' ? 'demo' : 'live');
  const was = read(join(dir, 'mode'));
  if (was && wished && was !== wished) {
    throw new Refusal(
      `The data folder ${dir} belongs to a ${was} installation. Set SAMPAN_DATA_DIR to another folder for a ${wished} one.`,
    );
  }
  return /** @type {'demo' | 'live' | undefined} */ (was ?? wished);
}

/** Settles whether this is a demo: yes unless SAMPAN_DEMO=false. @param {string} dir @returns {boolean} */
export function isDemo(dir) {
  const mode = modeOf(dir) ?? 'demo';
  if (!read(join(dir, 'mode'))) keep(join(dir, 'mode'), mode);
  return mode === 'demo';
}

/** The key of all encrypted columns, 32 bytes in base64. Only a demo makes its own. @param {string} dir @param {boolean} demo */
export function encryptionKey(dir, demo) {
  const file = join(dir, 'encryption-key');
  const kept = read(file);
  const given = process.env.SAMPAN_ENCRYPTION_KEY?.trim() || undefined;
  const former = (process.env.SAMPAN_PREVIOUS_ENCRYPTION_KEYS ?? '').split(/[\s,]+/);
  // A change of keys: the folder's own key still reads, until rotate-keys has rewritten what it sealed.
  if (given && kept && given !== kept && former.includes(kept)) return given;
  if (given && kept && given !== kept) {
    throw new Refusal(
      `SAMPAN_ENCRYPTION_KEY is not the key with which the data in ${dir} was written (it is in ${file}).`,
    );
  }
  if (given ?? kept) return /** @type {string} */ (given ?? kept);
  if (demo) return keep(file, randomBytes(32).toString('base64'));
  throw new Refusal(
    'SAMPAN_ENCRYPTION_KEY is missing. Make one with `openssl rand -base64 32` and keep it safe: without it the data cannot be read.',
  );
}

/** Easy to read aloud and to type, and no vowels that make words. */
const LETTERS = 'bcdfghjkmnpqrstvwxyz23456789';

/** The password of all demo accounts; made once. @param {string} dir @returns {{ password: string, changed: boolean }} */
export function demoPassword(dir) {
  const file = join(dir, 'demo-password');
  const kept = read(file);
  const given = process.env.SAMPAN_DEMO_PASSWORD?.trim() || undefined;
  if (given && given.length < 12) throw new Refusal('SAMPAN_DEMO_PASSWORD must have at least 12 characters.');
  const made = () =>
    [...randomBytes(16)]
      .map((byte) => LETTERS[byte % LETTERS.length])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-');
  const password = given ?? kept ?? made();
  if (password !== kept) keep(file, password);
  return { password, changed: kept !== undefined && kept !== password };
}

/** @param {string} dir @param {string} name @param {string} text */
export const mark = (dir, name, text) => keep(join(dir, name), text);
/** @param {string} dir @param {string} name */
export const marked = (dir, name) => read(join(dir, name));
