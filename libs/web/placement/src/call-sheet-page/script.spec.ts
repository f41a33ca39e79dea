import { observationOf } from '../observation/observation-controls';
import { channelOf, contactLink, scriptFor } from './script';

describe('the script of a call', () => {
  it.each([
    ['nobody answered', { answeredBy: 'nobody', employerPresent: 'no', codeWord: 'right' }, 'none'],
    ['nothing is known yet', {}, 'none'],
    ['the person is alone and said the code word', { answeredBy: 'person', employerPresent: 'no', codeWord: 'right' }, 'full'],
    ['the person is alone and no word was agreed', { answeredBy: 'person', employerPresent: 'no', codeWord: 'none-agreed' }, 'full'],
    ['the employer is there', { answeredBy: 'person', employerPresent: 'yes', codeWord: 'right' }, 'neutral'],
    ['nobody knows whether the employer is there', { answeredBy: 'person', employerPresent: 'unknown', codeWord: 'right' }, 'neutral'],
    ['the code word was wrong', { answeredBy: 'person', employerPresent: 'no', codeWord: 'wrong' }, 'neutral'],
    ['the code word was not asked', { answeredBy: 'person', employerPresent: 'no', codeWord: 'not-asked' }, 'neutral'],
    ['somebody of the family answered', { answeredBy: 'family', employerPresent: 'no', codeWord: 'right' }, 'neutral'],
  ] as const)('when %s', (_, situation, script) => {
    expect(scriptFor(situation)).toBe(script);
  });
});

describe('what is sent of a call', () => {
  const typed = {
    employment: 'employed', sameEmployer: true, wageAmount: 9000, wageCurrency: 'THB', wagePeriod: 'month', hoursPerWeek: 60, indicators: ['deception'], words: 'They lied',
  } as const;

  it('is everything when it was safe to ask', () => {
    expect(observationOf(typed, true)).toEqual(typed);
  });

  it('is nothing about wage, hours and rights when the employer came in after it was typed', () => {
    expect(observationOf(typed, false)).toEqual({ employment: 'employed', sameEmployer: true });
  });

  it('has no wage without an amount', () => {
    expect(observationOf({ ...typed, wageAmount: null, words: ' ' }, true)).toEqual({ employment: 'employed', sameEmployer: true, hoursPerWeek: 60, indicators: ['deception'], words: null });
  });
});

describe('one tap to a contact', () => {
  it.each([
    ['phone', '+85512000001', 'tel:+85512000001'],
    ['whatsapp', '+855 12 000 001', 'https://wa.me/85512000001?text=Hello%20there'],
    ['telegram', 'dara', 'https://t.me/dara'],
    ['line', 'dara 1', 'https://line.me/ti/p/~dara%201'],
    ['wechat', 'dara', null],
  ])('by %s', (kind, value, link) => {
    expect(contactLink(kind, value, 'Hello there')).toBe(link);
  });

  it('notes the way it went', () => {
    expect([channelOf('line'), channelOf('unheard of')]).toEqual(['line', 'phone']);
  });
});
