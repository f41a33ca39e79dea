import { runsOf, stepsTo } from './scale';

describe('the scale of a chart', () => {
  it.each([[0, [0, 1]], [90, [0, 50, 100]], [230, [0, 100, 200, 300]], [7, [0, 2, 4, 6, 8]]])('up to %d', (largest, steps) => {
    expect(stepsTo(largest, false)).toEqual(steps);
  });

  it('of percent always ends at a hundred', () => {
    expect(stepsTo(12, true)).toEqual([0, 25, 50, 75, 100]);
  });
});

describe('a line', () => {
  it('has a gap where a number is suppressed', () => {
    expect(runsOf([{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 4 }, { x: 4, y: 5 }])).toEqual(['M0.0 1.0L1.0 2.0', 'M3.0 4.0L4.0 5.0']);
  });
});
