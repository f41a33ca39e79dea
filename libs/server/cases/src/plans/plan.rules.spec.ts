import { isStepOverdue, STEP_MOVES, type StepState, whyNotAgree, whyNotMoveStep } from './plan.rules';

describe('a step', () => {
  it.each<[StepState, string, boolean]>([
    ['open', '2026-03-09', true],
    ['open', '2026-03-10', false],
    ['done', '2026-03-09', false],
    ['dropped', '2026-03-09', false],
  ])('that is %s and was due on %s is overdue on the 10th: %s', (state, dueOn, overdue) => {
    expect(isStepOverdue({ state, dueOn }, '2026-03-10')).toBe(overdue);
  });

  it('ends once', () => {
    expect(STEP_MOVES.done).toEqual([]);
    expect(whyNotMoveStep('done', 'dropped', 'again')).toMatchObject({ code: 'STEP_NOT_OPEN' });
  });

  it('is dropped only with a reason', () => {
    expect(whyNotMoveStep('open', 'dropped', null)).toMatchObject({ code: 'STEP_REASON_MISSING' });
    expect(whyNotMoveStep('open', 'dropped', 'She found work herself.')).toBeNull();
    expect(whyNotMoveStep('open', 'done', null)).toBeNull();
  });
});

describe('whyNotAgree', () => {
  const plan = {
    stage: 'planning',
    goals: 1,
    steps: 1,
    unanswered: [],
    treatAsMinor: false,
    agreedWith: 'client',
  } as const;

  it('lets an adult agree to a plan', () => {
    expect(whyNotAgree(plan)).toBeNull();
  });

  it.each([
    ['PLAN_NEEDS_ASSESSMENT', { stage: 'assessment' as const }],
    ['PLAN_NEEDS_ASSESSMENT', { stage: 'closed' as const }],
    ['PLAN_IS_EMPTY', { goals: 0 }],
    ['PLAN_IS_EMPTY', { steps: 0 }],
    ['PLAN_LEAVES_LOW_SCORES', { unanswered: ['safety'] }],
    ['PLAN_NEEDS_GUARDIAN', { treatAsMinor: true }],
  ])('answers %s', (code, change) => {
    expect(whyNotAgree({ ...plan, ...change })).toMatchObject({ code });
  });

  it('lets a child and a guardian agree together', () => {
    expect(whyNotAgree({ ...plan, treatAsMinor: true, agreedWith: 'client-and-guardian' })).toBeNull();
  });
});
