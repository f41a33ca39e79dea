import { inflateRawSync } from 'node:zlib';

export interface ZipCaps {
  readonly entries: number;
  /** Of all entries together, in bytes. */
  readonly unpacked: number;
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const STORED = 0;
const DEFLATED = 8;
/** Their directory is elsewhere, and no register is that large. */
const ZIP64 = 0xffffffff;

export const isZip = (content: Buffer): boolean => content.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));

export type ZipState = 'within' | 'too-large' | 'broken';

/**
 * Unpacks every entry once, into nothing, and stops as soon as it grows beyond the caps: what a zip says about its own sizes
 * may be a lie. Names are only counted, never used as paths.
 */
export const stateOfZip = (content: Buffer, caps: ZipCaps): ZipState => {
  const end = content.lastIndexOf(END);
  if (end < 0 || end + 22 > content.length) {
    return 'broken';
  }
  if (content.readUInt32LE(end + 16) === ZIP64 || content.readUInt16LE(end + 10) > caps.entries) {
    return 'too-large';
  }
  let left = caps.unpacked;
  let at = content.readUInt32LE(end + 16);
  for (let entry = content.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    if (at + 46 > content.length || content.readUInt32LE(at) !== CENTRAL) {
      return 'broken';
    }
    const size = unpackedSize(content, at, left);
    if (size === undefined) {
      return 'broken';
    }
    left -= size;
    if (left < 0) {
      return 'too-large';
    }
    at += 46 + content.readUInt16LE(at + 28) + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return 'within';
};

/** Bytes of one entry, more than `most` when it has more; undefined when it is broken, or packed in a way that no spreadsheet uses. */
const unpackedSize = (content: Buffer, at: number, most: number): number | undefined => {
  const [method, packed, local] = [content.readUInt16LE(at + 10), content.readUInt32LE(at + 20), content.readUInt32LE(at + 42)];
  if (content.readUInt32LE(at + 24) > most) {
    return Infinity;
  }
  if (local + 30 > content.length || content.readUInt32LE(local) !== LOCAL) {
    return undefined;
  }
  const begin = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28);
  if (method === STORED) {
    return packed;
  }
  try {
    return method === DEFLATED ? inflateRawSync(content.subarray(begin, begin + packed), { maxOutputLength: most + 1 }).length : undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Infinity : undefined;
  }
};
