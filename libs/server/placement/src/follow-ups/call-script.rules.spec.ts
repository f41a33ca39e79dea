import { ANSWERED_BY, answersBeyondScript, CODE_WORD, PRESENCE, questionsOf, reachesPerson, RIGHTS_QUESTIONS, scriptFor } from './call-script.rules';

describe('The script of a call', () => {
  const situations = ANSWERED_BY.flatMap((answeredBy) => PRESENCE.flatMap((employerPresent) => CODE_WORD.map((codeWord) => ({ answeredBy, employerPresent, codeWord }))));
  const expected = ({ answeredBy, employerPresent, codeWord }: (typeof situations)[number]) => {
    if (answeredBy === 'nobody') {
      return 'none';
    }
    return answeredBy === 'person' && employerPresent === 'no' && ['right', 'none-agreed'].includes(codeWord) ? 'full' : 'neutral';
  };
  it.each(situations.map((situation) => [situation.answeredBy, situation.employerPresent, situation.codeWord, expected(situation), situation] as const))(
    'answered by %s, employer present %s, code word %s: %s', (_a, _p, _c, script, situation) => {
      expect(scriptFor(situation)).toBe(script);
    });

  it('asks no question about rights when somebody may listen', () => {
    expect(questionsOf('neutral').filter((question) => (RIGHTS_QUESTIONS as readonly string[]).includes(question))).toEqual([]);
    expect(questionsOf('full')).toEqual(expect.arrayContaining([...RIGHTS_QUESTIONS]));
    expect(questionsOf('none')).toEqual([]);
  });

  it('counts only the person as reached', () => {
    expect(ANSWERED_BY.filter((answeredBy) => reachesPerson({ answeredBy, employerPresent: 'no', codeWord: 'right' }))).toEqual(['person']);
  });

  it.each([
    ['neutral', { wage: false, hours: false, indicators: [] }, false],
    ['neutral', { wage: true, hours: false, indicators: [] }, true],
    ['neutral', { wage: false, hours: true, indicators: [] }, true],
    ['neutral', { wage: false, hours: false, indicators: ['deception'] }, true],
    ['full', { wage: true, hours: true, indicators: ['deception'] }, false],
  ] as const)('with the %s script, %j goes beyond it: %s', (script, answers, beyond) => {
    expect(answersBeyondScript(script, answers)).toBe(beyond);
  });
});
