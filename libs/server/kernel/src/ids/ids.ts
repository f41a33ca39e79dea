import { randomFillSync, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Asking the machine for chance costs more than all the rest of an id: it is asked for many at once. */
const chance = Buffer.alloc(256 * BYTES);
let used = chance.length;
/** Ids of one millisecond keep the order in which they were made. */
let count = randomInt(2 ** 31);

/** Time-ordered, and made anywhere: the server's ids and those of a device without network look the same. */
export const newId = (): string => {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  const random = chance.subarray(used, used + BYTES);
  used += BYTES;
  count = (count + 1) >>> 0;
  return v7({ random, seq: count });
};
