import { conflict, ruleBroken, type DomainError, type Transitions } from '@sampan/kernel';

export const SESSION_STATES = ['scheduled', 'held', 'locked', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const SESSION_TRANSITIONS: Transitions<SessionState> = {
  scheduled: ['held', 'cancelled'],
  held: ['locked'],
  locked: [],
  cancelled: [],
};

/** A day and two wall-clock times of the centre, `HH:MM`; a session never runs past midnight. */
export interface SessionTime {
  readonly sessionOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface SessionOccupancy extends SessionTime {
  readonly room: string | null;
  readonly instructorId: string | null;
}

/** Touching is not overlapping: one may end at 10:00 and the next start at 10:00. */
export const overlap = (a: SessionTime, b: SessionTime): boolean =>
  a.sessionOn === b.sessionOn && a.startsAt < b.endsAt && b.startsAt < a.endsAt;

export const whyNotThisTime = ({ startsAt, endsAt }: SessionTime): DomainError | null =>
  startsAt < endsAt ? null : ruleBroken('SESSION_ENDS_BEFORE_START', 'A session must end after it starts.');

export type ClashKind = 'room' | 'instructor' | 'cohort' | 'trainee';

export interface OtherSession extends SessionOccupancy {
  readonly sameCohort: boolean;
  readonly sharesTrainee: boolean;
}

/** What two sessions at the same time would both need; null when they can take place side by side. */
export const clashOf = (session: SessionOccupancy, other: OtherSession): ClashKind | null => {
  if (!overlap(session, other)) {
    return null;
  }
  if (other.sameCohort) {
    return 'cohort';
  }
  if (session.instructorId !== null && session.instructorId === other.instructorId) {
    return 'instructor';
  }
  if (session.room !== null && session.room === other.room) {
    return 'room';
  }
  return other.sharesTrainee ? 'trainee' : null;
};

const CLASHES: Readonly<Record<ClashKind, readonly [code: string, sentence: string]>> = {
  cohort: ['CLASH_OF_COHORT', 'This cohort already has a session at that time.'],
  instructor: ['CLASH_OF_INSTRUCTOR', 'The instructor already teaches at that time.'],
  room: ['CLASH_OF_ROOM', 'The room is already taken at that time.'],
  trainee: ['CLASH_OF_TRAINEE', 'A trainee already has another session at that time.'],
};

export const clash = (kind: ClashKind): DomainError => conflict(...CLASHES[kind]);

export const whyClashes = (
  sessions: readonly SessionOccupancy[],
  others: readonly OtherSession[],
): DomainError | null => {
  for (const session of sessions) {
    for (const other of others) {
      const kind = clashOf(session, other);
      if (kind) {
        return clash(kind);
      }
    }
  }
  return null;
};
