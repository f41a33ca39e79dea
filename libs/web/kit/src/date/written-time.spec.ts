import { readTime } from './written-time';

describe('a written time', () => {
  it.each([
    ['8', '08:00'],
    ['800', '08:00'],
    ['1330', '13:30'],
    ['8:30', '08:30'],
    ['8.30', '08:30'],
    ['៨:៣០', '08:30'],
    [' 13:05 ', '13:05'],
  ])('%s is %s', (written, time) => {
    expect(readTime(written)).toBe(time);
  });

  it.each(['', '24:00', '12:60', '8:3', 'noon', '8:30 pm'])('"%s" is nobody\'s guess and stays', (written) => {
    expect(readTime(written)).toBe(written);
  });
});
