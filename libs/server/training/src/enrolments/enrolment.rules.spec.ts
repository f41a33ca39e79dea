import { whyNotMove } from '@sampan/kernel';
import { ENROLMENT_STATES, ENROLMENT_TRANSITIONS, firstAttendedOn, isOpen, leave, stateAfterMarks, whyNotLeave } from './enrolment.rules';

describe('an enrolment', () => {
  it.each([
    ['registered', ['active', 'withdrawn', 'left-early', 'transferred', 'deceased']],
    ['active', ['registered', 'suspended', 'completed', 'withdrawn', 'left-early', 'transferred', 'deceased']],
    ['suspended', ['active', 'withdrawn', 'left-early', 'transferred', 'deceased']],
    ['completed', []],
    ['withdrawn', []],
    ['left-early', []],
    ['transferred', []],
    ['deceased', []],
  ] as const)('from %s may only become %j', (from, allowed) => {
    expect(ENROLMENT_STATES.filter((to) => whyNotMove(ENROLMENT_TRANSITIONS, from, to) === null)).toEqual(allowed);
  });

  it('is open exactly while it can still end', () => {
    expect(ENROLMENT_STATES.filter(isOpen)).toEqual(ENROLMENT_STATES.filter((state) => ENROLMENT_TRANSITIONS[state].length > 0));
  });

  it.each([
    ['registered', null, 'registered'],
    ['registered', '2026-03-02', 'active'],
    ['active', '2026-03-02', 'active'],
    ['active', null, 'registered'],
    ['withdrawn', '2026-03-02', 'withdrawn'],
    ['completed', null, 'completed'],
  ] as const)('that is %s and first attended on %s is %s', (state, enteredOn, after) => {
    expect(stateAfterMarks(state, enteredOn)).toBe(after);
  });

  it.each([
    [null, '', null],
    [null, '03-02 absent', null],
    [null, '03-02 absent, 03-03 present', '2026-03-03'],
    ['2026-03-02', '03-02 absent', null],
    ['2026-03-03', '03-02 present, 03-03 present', '2026-03-02'],
    ['2026-01-12', '03-02 present', '2026-01-12'],
    ['2026-01-12', '03-02 absent', '2026-01-12'],
    ['2026-01-12', '', '2026-01-12'],
  ])('known to have been entered on %s, with marks %j, was entered on %s', (known, marks, entered) => {
    const history = marks.split(', ').filter(Boolean).map((mark) => {
      const [day, code] = mark.split(' ');
      return { sessionOn: `2026-${day}`, attended: code === 'present' };
    });
    expect(firstAttendedOn(known, history)).toBe(entered);
  });

  it.each([
    ['withdrawn', 'found-work', 'withdrawn', null],
    ['left-early', 'found-work', 'left-early', null],
    ['left-early', 'no-contact', 'left-early', null],
    ['withdrawn', 'transferred', 'transferred', 'transferred'],
    ['left-early', 'deceased', 'deceased', 'deceased'],
    ['withdrawn', 'long-term-medical', 'withdrawn', 'long-term-medical'],
    ['left-early', 'detained', 'left-early', 'detained'],
  ] as const)('%s because of %s ends as %s with exclusion %s', (action, reason, outcome, exclusion) => {
    expect(leave(action, reason)).toEqual({ outcome, exclusion });
  });

  it('is taken out of the rates only when somebody says how they know', () => {
    expect(whyNotLeave('detained', null)?.code).toBe('EXCLUSION_NEEDS_EVIDENCE');
    expect(whyNotLeave('detained', 'document-seen')).toBeNull();
    expect(whyNotLeave('no-contact', null)).toBeNull();
  });
});
