import { isOnRegister, isRegisterMissing, presenceOf, whyNotTakeRegister, whyNotTheseMarks } from './register.rules';

const period = { state: 'active', registeredOn: '2026-03-02', exitedOn: null } as const;

describe('a register', () => {
  it.each([
    ['has joined by then', period, '2026-03-02', false, true],
    ['joined later', period, '2026-03-01', false, false],
    ['joined later but was marked', period, '2026-03-01', true, true],
    ['left on that day', { ...period, state: 'withdrawn', exitedOn: '2026-03-05' }, '2026-03-05', false, true],
    ['had left before', { ...period, state: 'withdrawn', exitedOn: '2026-03-05' }, '2026-03-06', false, false],
    ['had left before but was marked', { ...period, state: 'left-early', exitedOn: '2026-03-05' }, '2026-03-06', true, true],
    ['is suspended', { ...period, state: 'suspended' }, '2026-03-06', false, false],
  ] as const)('of somebody who %s', (_, who, sessionOn, hasMark, expected) => {
    expect(isOnRegister(who, sessionOn, hasMark)).toBe(expected);
  });

  it.each([
    ['scheduled', '2026-03-02', undefined],
    ['held', '2026-03-09', undefined],
    ['locked', '2026-03-09', 'REGISTER_LOCKED'],
    ['cancelled', '2026-03-09', 'SESSION_CANCELLED'],
    ['scheduled', '2026-03-01', 'SESSION_NOT_YET'],
  ] as const)('of a session that is %s, taken on %s, is answered with %s', (state, today, code) => {
    expect(whyNotTakeRegister({ state, sessionOn: '2026-03-02', today })?.code).toBe(code);
  });

  it.each([
    [[{ enrolmentId: 'a', code: 'present' }], undefined],
    [[], undefined],
    [[{ enrolmentId: 'c', code: 'present' }], 'NOT_ON_REGISTER'],
    [[{ enrolmentId: 'a', code: 'asleep' }], 'ATTENDANCE_CODE_UNKNOWN'],
    [[{ enrolmentId: 'a', code: 'present' }, { enrolmentId: 'a', code: 'absent' }], 'MARKED_TWICE'],
  ])('with marks %j is answered with %s', (marks, code) => {
    expect(whyNotTheseMarks(marks, new Set(['a', 'b']), new Set(['present', 'absent']))?.code).toBe(code);
  });

  it.each([
    [true, false, 'attended'],
    [false, true, 'missed'],
    [false, false, 'excused'],
  ])('code that counts as present: %s and as missed: %s says %s', (countsAsPresent, countsAsMissed, presence) => {
    expect(presenceOf({ code: 'x', countsAsPresent, countsAsMissed })).toBe(presence);
  });

  it.each([
    ['scheduled', '2026-03-03', true],
    ['scheduled', '2026-03-02', false],
    ['held', '2026-03-03', false],
    ['cancelled', '2026-03-03', false],
  ] as const)('of a session that is %s is missing on %s: %s', (state, today, missing) => {
    expect(isRegisterMissing({ state, sessionOn: '2026-03-02' }, today)).toBe(missing);
  });
});
