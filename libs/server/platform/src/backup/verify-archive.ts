import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Config } from '@sampan/kernel';
import { readEntries, wholeEntry, type Entry } from './archive-entries';
import { MANIFEST, OPENING, type Manifest, type Opening } from './manifest';
import { ArchiveRefused, openArchive } from './sealed-archive';

type Secret = Pick<Config, 'backupKey' | 'backupPassphrase'>;

/** The entries of an archive, as far as they are proven. */
export const entriesIn = async function* (secret: Secret, file: string): AsyncGenerator<Entry> {
  const plain = createGunzip();
  // A refusal destroys the unpacker, so that whoever reads there hears of it.
  const done = pipeline(createReadStream(file), (source: AsyncIterable<Buffer>) => openArchive(source, secret), plain);
  done.catch(() => undefined);
  yield* readEntries(plain as AsyncIterable<Buffer>);
  await done;
};

/** Reads the whole archive without writing anything. Throws {@link ArchiveRefused} with the reason. */
export const verifyArchive = async (secret: Secret, file: string): Promise<{ readonly opening: Opening; readonly manifest: Manifest }> => {
  let opening: Opening | undefined;
  let manifest: Manifest | undefined;
  for await (const entry of entriesIn(secret, file)) {
    if (entry.name === OPENING) {
      opening = JSON.parse((await wholeEntry(entry)).toString('utf8')) as Opening;
    } else if (entry.name === MANIFEST) {
      manifest = JSON.parse((await wholeEntry(entry)).toString('utf8')) as Manifest;
    } else {
      for await (const _ of entry.pieces);
    }
  }
  if (!opening || !manifest) {
    throw new ArchiveRefused('The archive has no list of what is in it.');
  }
  return { opening, manifest };
};
