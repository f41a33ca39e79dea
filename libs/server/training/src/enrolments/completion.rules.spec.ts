import { attendancePercent, completionConditions, whyNotComplete, type CompletionFacts } from './completion.rules';

const complete: CompletionFacts = {
  enteredOn: '2026-03-02',
  sessionsDue: 10,
  registersTaken: 10,
  attended: 8,
  minimumAttendancePercent: 80,
  assessmentRequired: true,
  assessmentPassed: true,
  lastSessionOn: '2026-06-01',
  today: '2026-06-01',
};

describe('completion', () => {
  it('needs nothing more when every condition is met', () => {
    expect(whyNotComplete(complete)).toBeNull();
  });

  it.each([
    ['entered', { enteredOn: null }],
    ['sessions-over', { lastSessionOn: '2026-06-02' }],
    ['sessions-over', { lastSessionOn: null }],
    ['registers-taken', { sessionsDue: 11 }],
    ['attendance', { attended: 7 }],
    ['assessment', { assessmentPassed: false }],
    ['assessment', { assessmentPassed: null }],
  ])('is refused while %s is not met, and nothing else is blamed', (condition, change) => {
    const facts = { ...complete, ...change };
    expect(completionConditions(facts).filter(({ met }) => !met).map((missing) => missing.condition)).toEqual([condition]);
    expect(whyNotComplete(facts)?.code).toBe('COMPLETION_CONDITIONS_NOT_MET');
  });

  it('asks for no assessment where the programme has none', () => {
    expect(whyNotComplete({ ...complete, assessmentRequired: false, assessmentPassed: null })).toBeNull();
  });

  it('is refused to who never had a session', () => {
    expect(whyNotComplete({ ...complete, sessionsDue: 0, registersTaken: 0, attended: 0 })?.code).toBe('COMPLETION_CONDITIONS_NOT_MET');
  });

  it.each([
    [4, 5, 80],
    [799, 1000, 79],
    [0, 3, 0],
    [0, 0, null],
  ])('reads %i of %i as %s per cent', (attended, taken, percent) => {
    expect(attendancePercent(attended, taken)).toBe(percent);
  });
});
