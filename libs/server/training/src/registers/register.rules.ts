import { ruleBroken, type DomainError } from '@sampan/kernel';
import type { EnrolmentState } from '../enrolments/enrolment.rules';
import type { Presence } from '../enrolments/left-early.rules';
import type { SessionState } from '../sessions/session.rules';

/** A code of the register. The codes are rows, not a list in the program: a centre's ministry may have more. */
export interface AttendanceCodeRule {
  readonly code: string;
  readonly countsAsPresent: boolean;
  readonly countsAsMissed: boolean;
}

export const presenceOf = ({ countsAsPresent, countsAsMissed }: AttendanceCodeRule): Presence => {
  if (countsAsPresent) {
    return 'attended';
  }
  return countsAsMissed ? 'missed' : 'excused';
};

export interface EnrolmentPeriod {
  readonly state: EnrolmentState;
  readonly registeredOn: string;
  readonly exitedOn: string | null;
}

/**
 * Who is called on a day: who had joined by then and had not left before. Whoever has a mark stays on the register,
 * so that a correction can reach it and a mark never disappears.
 */
export const isOnRegister = (period: EnrolmentPeriod, sessionOn: string, hasMark: boolean): boolean => {
  if (hasMark) {
    return true;
  }
  const joined = period.registeredOn <= sessionOn;
  const left = period.exitedOn !== null && period.exitedOn < sessionOn;
  return joined && !left && period.state !== 'suspended';
};

export interface RegisterCheck {
  readonly state: SessionState;
  readonly sessionOn: string;
  readonly today: string;
}

export const whyNotTakeRegister = ({ state, sessionOn, today }: RegisterCheck): DomainError | null => {
  if (state === 'locked') {
    return ruleBroken('REGISTER_LOCKED', 'This register is locked and can no longer be corrected.');
  }
  if (state === 'cancelled') {
    return ruleBroken('SESSION_CANCELLED', 'A cancelled session has no register.');
  }
  return sessionOn > today
    ? ruleBroken('SESSION_NOT_YET', 'The register can be taken from the day of the session on.')
    : null;
};

export interface Mark {
  readonly enrolmentId: string;
  readonly code: string;
}

/** A register names each trainee on it once, with codes that exist; it may leave some for later. */
export const whyNotTheseMarks = (
  marks: readonly Mark[],
  onRegister: ReadonlySet<string>,
  codes: ReadonlySet<string>,
): DomainError | null => {
  const seen = new Set<string>();
  for (const { enrolmentId, code } of marks) {
    if (!onRegister.has(enrolmentId)) {
      return ruleBroken('NOT_ON_REGISTER', 'Somebody marked here is not on the register of this session.');
    }
    if (!codes.has(code)) {
      return ruleBroken('ATTENDANCE_CODE_UNKNOWN', 'There is no such attendance code.');
    }
    if (seen.has(enrolmentId)) {
      return ruleBroken('MARKED_TWICE', 'The same trainee is marked twice.');
    }
    seen.add(enrolmentId);
  }
  return null;
};

/** A session that is over with no register: shown as such, because a blank is not an absence. */
export const isRegisterMissing = (
  session: { readonly state: SessionState; readonly sessionOn: string },
  today: string,
): boolean => session.state === 'scheduled' && session.sessionOn < today;
