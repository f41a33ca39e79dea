import { readAhead } from './read-ahead';

function* numbers(upTo: number, asked: number[]): Generator<number> {
  for (let number = 1; number <= upTo; number += 1) {
    asked.push(number);
    yield number;
  }
}

const all = async <T>(found: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const one of found) {
    list.push(one);
  }
  return list;
};

describe('reading ahead', () => {
  it('gives everything once and in order, whichever is found first', async () => {
    const slowFirst = async (number: number): Promise<number> => {
      for (let turn = number; turn < 9; turn += 1) {
        await Promise.resolve();
      }
      return number * 10;
    };
    expect(await all(readAhead(numbers(7, []), slowFirst))).toEqual([10, 20, 30, 40, 50, 60, 70]);
    expect(await all(readAhead(numbers(0, []), slowFirst))).toEqual([]);
  });

  it('is a few pieces ahead and no more, so that a large file does not lie in memory', async () => {
    const asked: number[] = [];
    const found = readAhead(numbers(50, asked), (number) => Promise.resolve(number));
    await found.next();
    expect(asked).toEqual([1, 2, 3]);
    await found.next();
    expect(asked).toEqual([1, 2, 3, 4]);
  });

  it('fails where it failed, after what came before was given', async () => {
    const given: number[] = [];
    const read = (number: number): Promise<number> => (number === 3 ? Promise.reject(new Error('lost')) : Promise.resolve(number));
    await expect(
      (async () => {
        for await (const one of readAhead(numbers(5, []), read)) {
          given.push(one);
        }
      })(),
    ).rejects.toThrow('lost');
    expect(given).toEqual([1, 2]);
  });
});
