import { shownFileName } from './file-name.rules';

/** As the reader of forms hands over what a browser sent. */
const sent = (name: string): string => Buffer.from(name, 'utf8').toString('latin1');

describe('the name of a file that somebody sends', () => {
  it.each([
    ['ចុះឈ្មោះ.csv', 'ចុះឈ្មោះ.csv'],
    ['a\r\nSet-Cookie: a=b.csv', 'aSet-Cookie: a=b.csv'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['\u200b', '-'],
    ['', '-'],
    [`${'ក'.repeat(300)}.csv`, `${'ក'.repeat(196)}.csv`],
    ['🚢'.repeat(300), '🚢'.repeat(200)],
  ])('is shown without what steers: %j', (name, shown) => {
    expect(shownFileName(sent(name))).toBe(shown);
  });
});
