import { setImmediate } from 'node:timers/promises';

/** So many short computations are done before somebody else has a turn. */
const AT_ONCE = 8;

/**
 * The same as `items.map(work)` for long work: a few at a time, and between them everybody else of the process has a turn.
 * Requests are answered meanwhile, and the database gets its next statement instead of waiting for all of it.
 */
export const mapInTurns = async <P, R>(items: readonly P[], work: (item: P, place: number) => R): Promise<R[]> => {
  const done: R[] = [];
  for (const [place, item] of items.entries()) {
    if (place > 0 && place % AT_ONCE === 0) {
      await setImmediate();
    }
    done.push(work(item, place));
  }
  return done;
};
