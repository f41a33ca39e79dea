import { setImmediate } from 'node:timers/promises';

/** Longer than this, in ms, nobody else of the process waits. */
const LONGEST_TURN = 0.5;

/**
 * The same as `items.map(work)` for long work: for a moment at a time, and between them everybody else of the process has a
 * turn. Requests are answered meanwhile, and the database gets its next statement instead of waiting for all of it.
 */
export const mapInTurns = async <P, R>(items: readonly P[], work: (item: P, place: number) => R): Promise<R[]> => {
  const done: R[] = [];
  let begun = performance.now();
  for (const [place, item] of items.entries()) {
    if (performance.now() - begun > LONGEST_TURN) {
      await setImmediate();
      begun = performance.now();
    }
    done.push(work(item, place));
  }
  return done;
};
