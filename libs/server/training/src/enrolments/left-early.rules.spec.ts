import { consecutiveMissedNow, runOfMissed, seemsToHaveLeft, whyNotConfirmLeftEarly, type DatedPresence } from './left-early.rules';

const PRESENCE = { p: 'attended', a: 'missed', e: 'excused' } as const;
/** `paa` is a trainee who came once and then missed two, with sessions numbered from 0. */
const marks = (letters: string): DatedPresence[] =>
  [...letters].map((letter, index) => ({ sessionId: String(index), presence: PRESENCE[letter as keyof typeof PRESENCE] }));

describe('missed sessions in a row', () => {
  it.each([
    ['', 0],
    ['p', 0],
    ['a', 1],
    ['paa', 2],
    ['aap', 0],
    ['apaea', 2],
    ['paae', 2],
    ['e', 0],
  ])('after %s are %i', (letters, expected) => {
    expect(consecutiveMissedNow(marks(letters))).toBe(expected);
  });

  it.each([
    ['aapaa', '1', 2],
    ['aapaa', '2', 0],
    ['aapaa', '3', 2],
    ['paeap', '1', 2],
    ['paeap', '2', 0],
    ['aaa', '1', 3],
    ['aaa', '9', 0],
  ])('in %s around session %s are %i', (letters, sessionId, expected) => {
    expect(runOfMissed(marks(letters), sessionId)).toBe(expected);
  });

  it('make it seem that a trainee has left from the fourteenth on, or from the number that the programme sets', () => {
    expect([13, 14, 15].map((missed) => seemsToHaveLeft(missed))).toEqual([false, true, true]);
    expect([2, 3].map((missed) => seemsToHaveLeft(missed, 3))).toEqual([false, true]);
  });

  it('are needed before anybody can confirm that a trainee left', () => {
    expect(whyNotConfirmLeftEarly(null)?.code).toBe('NOT_LEFT_EARLY');
    expect(whyNotConfirmLeftEarly('2026-03-02')).toBeNull();
  });
});
