import { whyNotMove } from '@sampan/kernel';
import { clashOf, overlap, SESSION_STATES, SESSION_TRANSITIONS, whyClashes, whyNotThisTime, type OtherSession } from './session.rules';

const at = (startsAt: string, endsAt: string, sessionOn = '2026-03-02') => ({ sessionOn, startsAt, endsAt });
const session = { ...at('09:00', '11:00'), room: 'Workshop', instructorId: 'instructor' };
const other = (over: Partial<OtherSession> = {}): OtherSession => ({
  ...at('10:00', '12:00'),
  room: null,
  instructorId: null,
  sameCohort: false,
  sharesTrainee: false,
  ...over,
});

describe('a session', () => {
  it.each([
    ['scheduled', ['held', 'cancelled']],
    ['held', ['locked']],
    ['locked', []],
    ['cancelled', []],
  ] as const)('from %s may only become %j', (from, allowed) => {
    expect(SESSION_STATES.filter((to) => whyNotMove(SESSION_TRANSITIONS, from, to) === null)).toEqual(allowed);
  });

  it.each([
    ['10:00', '12:00', '2026-03-02', true],
    ['08:00', '09:30', '2026-03-02', true],
    ['09:30', '10:00', '2026-03-02', true],
    ['08:00', '12:00', '2026-03-02', true],
    ['11:00', '12:00', '2026-03-02', false],
    ['08:00', '09:00', '2026-03-02', false],
    ['09:00', '11:00', '2026-03-03', false],
  ])('from 09:00 to 11:00 and one from %s to %s on %s overlap: %s', (startsAt, endsAt, sessionOn, expected) => {
    expect(overlap(session, at(startsAt, endsAt, sessionOn))).toBe(expected);
  });

  it.each([
    [{ sameCohort: true }, 'cohort'],
    [{ instructorId: 'instructor' }, 'instructor'],
    [{ room: 'Workshop' }, 'room'],
    [{ sharesTrainee: true }, 'trainee'],
    [{ room: 'Kitchen', instructorId: 'another' }, null],
    [{}, null],
  ])('beside another with %j clashes over: %s', (over, kind) => {
    expect(clashOf(session, other(over))).toBe(kind);
  });

  it('without room and instructor does not clash with another without them', () => {
    expect(clashOf({ ...session, room: null, instructorId: null }, other())).toBeNull();
  });

  it('is refused by the code of what clashes, as a conflict', () => {
    expect(whyClashes([session], [other(), other({ room: 'Workshop' })])).toMatchObject({ kind: 'conflict', code: 'CLASH_OF_ROOM' });
    expect(whyClashes([session], [other({ ...at('11:00', '12:00'), sharesTrainee: true })])).toBeNull();
  });

  it('ends after it starts', () => {
    expect(whyNotThisTime(at('09:00', '09:00'))?.code).toBe('SESSION_ENDS_BEFORE_START');
    expect(whyNotThisTime(at('09:00', '09:01'))).toBeNull();
  });
});
