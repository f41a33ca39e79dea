import { mapInTurns } from './map-in-turns';

const busyFor = (ms: number): void => {
  for (const begun = performance.now(); performance.now() - begun < ms; );
};

it('answers as map does, and lets others have their turn before it is finished', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('somebody else'));
  const doubled = await mapInTurns([1, 2, 3, 4], (number, place) => {
    busyFor(1);
    order.push(`item ${place}`);
    return number * 2;
  });
  expect(doubled).toEqual([2, 4, 6, 8]);
  expect(order.indexOf('somebody else')).toBeLessThan(order.indexOf('item 3'));
  expect(await mapInTurns([], () => 1)).toEqual([]);
});
