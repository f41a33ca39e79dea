import { OUTCOME_DIMENSIONS, type OutcomeScores, unansweredDimensions, whyNotAssess } from './outcome-scale.rules';

const all = (score: number): OutcomeScores =>
  Object.fromEntries(OUTCOME_DIMENSIONS.map((dimension) => [dimension, score])) as unknown as OutcomeScores;
const today = '2026-03-10';

describe('whyNotAssess', () => {
  it('accepts ten scores from 1 to 4', () => {
    expect(
      whyNotAssess({
        scores: { ...all(1), income: 4 },
        reasons: { safety: 'She leaves tomorrow.' },
        observedOn: today,
        today,
      }),
    ).toBeNull();
  });

  it.each([
    ['ASSESSMENT_IN_THE_FUTURE', { observedOn: '2026-03-11' }],
    ['OUTCOME_DIMENSION_UNKNOWN', { scores: { ...all(3), religion: 3 } }],
    ['OUTCOME_DIMENSION_UNKNOWN', { reasons: { religion: 'no' } }],
    ['OUTCOME_REASON_INVALID', { reasons: { safety: 'a'.repeat(1001) } }],
    ['OUTCOME_REASON_INVALID', { reasons: { safety: 5 } }],
    ['OUTCOME_SCORES_INCOMPLETE', { scores: { safety: 3 } }],
    ['OUTCOME_SCORES_INCOMPLETE', { scores: { ...all(3), safety: 5 } }],
    ['OUTCOME_SCORES_INCOMPLETE', { scores: { ...all(3), safety: 0 } }],
    ['OUTCOME_SCORES_INCOMPLETE', { scores: { ...all(3), safety: 2.5 } }],
    ['OUTCOME_SCORES_INCOMPLETE', { scores: { ...all(3), safety: '3' } }],
  ])('answers %s', (code, change) => {
    expect(whyNotAssess({ scores: all(3), reasons: {}, observedOn: today, today, ...change })).toMatchObject({ code });
  });
});

describe('unansweredDimensions', () => {
  it('asks for a goal or a reason where the score is 1 or 2', () => {
    expect(unansweredDimensions({ ...all(3), safety: 1, income: 2 }, {}, [])).toEqual(['safety', 'income']);
  });

  it('is content with a goal', () => {
    expect(unansweredDimensions({ ...all(3), safety: 1 }, {}, ['safety'])).toEqual([]);
  });

  it('is content with a reason, but not with an empty one', () => {
    expect(unansweredDimensions({ ...all(3), safety: 1 }, { safety: 'Moves to her sister first.' }, [])).toEqual([]);
    expect(unansweredDimensions({ ...all(3), safety: 1 }, { safety: '  ' }, [])).toEqual(['safety']);
  });
});
