import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { configOfProcess, SystemClock } from '@sampan/kernel';
import { makeBackup, restoreBackup, verifyArchive } from '@sampan/platform';
import { parts } from '../rooms';

const ARCHIVE = /^sampan-[a-z0-9_]+-\d{8}T\d{6}Z\.backup$/;

/** `backup <file or folder> [--keep <n>]`. */
export const backup = async (args: readonly string[]): Promise<void> => {
  const config = configOfProcess();
  const { target, keep } = readBackup(args);
  const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? target.endsWith('/');
  if (keep !== null && !isFolder) {
    throw new Error('--keep needs a folder.');
  }
  if (isFolder) {
    mkdirSync(target, { recursive: true, mode: 0o700 });
  }
  const stamp = new SystemClock().now().toISOString().replace(/[-:]|\.\d+/g, '');
  const file = isFolder ? join(target, `sampan-${config.schema}-${stamp}.backup`) : target;
  const { bytes, rows, files, missing, damaged } = await makeBackup(config, file);
  console.log(`${file}: ${rows} rows and ${files} files in ${bytes} bytes, read back and whole.`);
  console.log('The encryption key of the data (SAMPAN_ENCRYPTION_KEY) is NOT in it: keep it elsewhere, or what is restored cannot be read.');
  if (keep !== null) {
    olderThan(target, config.schema, keep).forEach((old) => rmSync(old));
  }
  if (missing.length + damaged.length > 0) {
    throw new Error(`The backup is kept, but ${missing.length} files are missing on the disk (${missing.join(', ')}) and ${damaged.length} are not what was stored (${damaged.join(', ')}).`);
  }
};

const readBackup = (args: readonly string[]): { target: string; keep: number | null } => {
  const [target, option, count, ...more] = args;
  const keep = Number(count);
  const isRight = target && more.length === 0 && (option === undefined || (option === '--keep' && Number.isInteger(keep) && keep >= 1));
  if (!isRight) {
    throw new Error('Give a file or a folder: backup <file or folder> [--keep <n>]');
  }
  return { target, keep: option ? keep : null };
};

/** Archives of this node only, by the moment in their names. */
export const olderThan = (folder: string, schema: string, keep: number): string[] =>
  readdirSync(folder)
    .filter((name) => ARCHIVE.test(name) && name.startsWith(`sampan-${schema}-2`))
    .sort()
    .reverse()
    .slice(keep)
    .map((name) => join(folder, name));

export const checkBackup = async ([file]: readonly string[]): Promise<void> => {
  if (!file) {
    throw new Error('Give an archive: check-backup <file>');
  }
  const { opening, manifest } = await verifyArchive(configOfProcess(), file);
  console.log(`Whole. Made at ${opening.startedAt}: ${manifest.rows} rows in ${opening.tables.length} tables, ${manifest.files} files. Sealed columns need the key ${opening.keyIds[0]}.`);
};

export const restore = async (args: readonly string[]): Promise<void> => {
  const [file, option, ...more] = args;
  if (!file || more.length > 0 || (option !== undefined && option !== '--replace')) {
    throw new Error('Give an archive: restore <file> [--replace]');
  }
  const { startedAt, rows, files, formerSchema } = await restoreBackup(configOfProcess(), parts, file, { replace: option === '--replace' });
  console.log(`Restored as of ${startedAt}: ${rows} rows and ${files} files, counted and compared.`);
  console.log(`Compare the audit with the seal that you keep outside: npm run admin -- verify-audit <number>:<hash>`);
  if (formerSchema) {
    console.log(`What was there is in the schema ${formerSchema}; drop it when you do not need it any more.`);
  }
};
