import { ArchiveRefused } from './sealed-archive';

/** An archive is a row of named entries: a mark, the name, pieces with their length, an empty piece; at last another mark. */
const ENTRY = 1;
const END = 0;

export interface Entry {
  readonly name: string;
  /** To be read to its end before the next entry is asked for. */
  readonly pieces: AsyncIterable<Buffer>;
}

export const END_OF_ENTRIES = Buffer.from([END]);

export const writeEntry = async function* (name: string, pieces: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  const text = Buffer.from(name);
  const head = Buffer.alloc(3);
  head[0] = ENTRY;
  head.writeUInt16BE(text.length, 1);
  yield Buffer.concat([head, text]);
  for await (const piece of pieces) {
    if (piece.length > 0) {
      yield lengthOf(piece.length);
      yield piece;
    }
  }
  yield lengthOf(0);
};

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};

export const readEntries = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const iterator = source[Symbol.asyncIterator]();
  let waiting: Buffer = Buffer.alloc(0);
  const take = async (bytes: number): Promise<Buffer> => {
    const parts = [waiting];
    for (let have = waiting.length; have < bytes; ) {
      const { value, done } = await iterator.next();
      if (done) {
        throw new ArchiveRefused('The archive ends in the middle.');
      }
      parts.push(value);
      have += value.length;
    }
    waiting = parts.length === 1 ? waiting : Buffer.concat(parts);
    const taken = waiting.subarray(0, bytes);
    waiting = waiting.subarray(bytes);
    return taken;
  };
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (let length = (await take(4)).readUInt32BE(); length > 0; length = (await take(4)).readUInt32BE()) {
      yield await take(length);
    }
  };
  while ((await take(1))[0] === ENTRY) {
    const name = (await take((await take(2)).readUInt16BE())).toString('utf8');
    yield { name, pieces: pieces() };
  }
  // The end of the sealed stream is proven only when it has been reached.
  while (!(await iterator.next()).done);
};

export const wholeEntry = async ({ pieces }: Entry): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const piece of pieces) {
    parts.push(piece);
  }
  return Buffer.concat(parts);
};
