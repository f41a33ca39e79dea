import { asciiDigits, readAge, readDay, writeDay } from './written-day';

describe('digits of any script', () => {
  it.each([
    ['១២៣៤៥៦៧៨៩០', '1234567890', 'Khmer'],
    ['๒๕๖๙', '2569', 'Thai'],
    ['၁၉၉၉', '1999', 'Burmese'],
    ['໒໐໒໖', '2026', 'Lao'],
    ['２０２６', '2026', 'full-width'],
    ['٢٠٢٦', '2026', 'Arabic'],
    ['12a', '12a', 'letters stay'],
  ])('%s becomes %s (%s)', (typed, ascii) => expect(asciiDigits(typed)).toBe(ascii));
});

describe('a written day', () => {
  const known = (day: string, month: string, year: string, partial = false) => readDay({ day, month, year }, partial);

  it('reads a year from 2400 on as Buddhist era and says so', () => {
    expect(known('10', '11', '2569')).toEqual({ kind: 'known', buddhist: true, known: { precision: 'day', date: '2026-11-10' } });
    expect(known('10', '11', '2026')).toEqual({ kind: 'known', buddhist: false, known: { precision: 'day', date: '2026-11-10' } });
    expect(known('1', '1', '2400')).toMatchObject({ kind: 'refused', part: 'year' });
    expect(known('๑๐', '๑๑', '๒๕๖๙')).toMatchObject({ known: { date: '2026-11-10' } });
  });

  it('refuses a two-digit year instead of guessing the century and the era', () => {
    expect(known('1', '1', '69')).toEqual({ kind: 'refused', part: 'year' });
  });

  it.each([
    ['31', '4', '2026', 'day'],
    ['29', '2', '2025', 'day'],
    ['0', '2', '2026', 'day'],
    ['1', '13', '2026', 'month'],
    ['x', '1', '2026', 'day'],
    ['1', '1', '', 'year'],
    ['', '1', '2026', 'day'],
    ['', '', '2026', 'month'],
  ])('names the part of %s/%s/%s that is wrong: %s', (day, month, year, part) => expect(known(day, month, year)).toEqual({ kind: 'refused', part }));

  it('knows the leap day of a Buddhist year', () => expect(known('29', '2', '2567')).toMatchObject({ known: { date: '2024-02-29' } }));

  it('takes a month or a year alone where that is enough', () => {
    expect(known('', '3', '1999', true)).toMatchObject({ known: { precision: 'month', date: '1999-03' } });
    expect(known('', '', '2542', true)).toMatchObject({ buddhist: true, known: { precision: 'year', date: '1999' } });
    expect(known('5', '', '1999', true)).toEqual({ kind: 'refused', part: 'month' });
  });

  it('is nothing while nothing is written', () => expect(known('', '', '', true)).toEqual({ kind: 'nothing' }));

  it('comes back as it was written, in the reader’s era', () => {
    expect(writeDay('2026-11-01', true)).toEqual({ day: '1', month: '11', year: '2569' });
    expect(writeDay('1999', false)).toEqual({ day: '', month: '', year: '1999' });
    expect(writeDay(null, false)).toEqual({ day: '', month: '', year: '' });
  });
});

describe('an estimated age', () => {
  it('gives the year of birth and stays known as an estimate', () =>
    expect(readAge('១៧', '2026-11-23')).toEqual({ precision: 'estimated-age', date: '2009', age: 17 }));
  it.each(['', 'old', '121'])('is not %p', (text) => expect(readAge(text, '2026-11-23')).toBeNull());
});
