import { setImmediate } from 'node:timers/promises';
import { sharedAmong } from './shared-among';

async function* numbers(upTo: number): AsyncGenerator<number> {
  for (let number = 1; number <= upTo; number += 1) {
    yield number;
  }
}

describe('work that is shared', () => {
  it('is done once, by several at a time and no more', async () => {
    const done: number[] = [];
    let busy = 0;
    let busiest = 0;
    await sharedAmong(2, numbers(9), async (number) => {
      busy += 1;
      busiest = Math.max(busiest, busy);
      await setImmediate();
      busy -= 1;
      done.push(number);
    });
    expect(done.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(busiest).toBe(2);
    await sharedAmong(2, numbers(0), () => Promise.reject(new Error('nothing to do')));
  });

  it('ends with the first failure, after the others have finished what they had begun', async () => {
    const done: number[] = [];
    const work = async (number: number): Promise<void> => {
      if (number === 3) {
        throw new Error('lost');
      }
      for (let turn = 0; turn < 9; turn += 1) {
        await setImmediate();
      }
      done.push(number);
    };
    await expect(sharedAmong(3, numbers(50), work)).rejects.toThrow('lost');
    expect(done).toEqual([1, 2]);
  });
});
