import { ruleBroken, whyNotMove, type Day, type DomainError, type Transitions } from '@sampan/kernel';
import type { CountedCentre } from '../facts/scope';
import { firstDayOf, isQuarter, lastDayOf, shiftQuarter } from '../indicators/period.rules';

export const RELEASE_STATES = ['building', 'computed', 'disclosure-checked', 'approved', 'published', 'superseded', 'discarded'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** A release moves forward only; what is not fit to be published is discarded and built anew. */
export const RELEASE_TRANSITIONS: Transitions<ReleaseState> = {
  building: ['computed', 'discarded'],
  computed: ['disclosure-checked', 'discarded'],
  'disclosure-checked': ['approved', 'discarded'],
  approved: ['published', 'discarded'],
  published: ['superseded'],
  superseded: [],
  discarded: [],
};

/** What everybody with the permission to read releases may read; the others are for those who make them. */
export const OUT_IN_THE_OPEN: readonly ReleaseState[] = ['published', 'superseded'];

/** A release for one country and quarter at work at a time. */
export const AT_WORK: readonly ReleaseState[] = ['building', 'computed', 'disclosure-checked', 'approved'];

export const whyNotBuild = (quarter: string, today: Day): DomainError | null => {
  if (!isQuarter(quarter)) {
    return ruleBroken('QUARTER_UNKNOWN', 'A quarter is written like 2026-Q2.');
  }
  return lastDayOf(quarter) >= today ? ruleBroken('QUARTER_NOT_OVER', 'The quarter is not over yet.') : null;
};

/** The second pair of eyes: never the person who built it, and never before the attack was withstood. */
export const whyNotApprove = (release: { state: ReleaseState; requestedBy: string; breaches: number | null }, approverId: string): DomainError | null => {
  if (release.requestedBy === approverId) {
    return ruleBroken('SECOND_PERSON_NEEDED', 'A release is approved by somebody else than who built it.');
  }
  if (release.breaches !== 0 && release.state === 'disclosure-checked') {
    return ruleBroken('DISCLOSURE_NOT_SAFE', 'A masked number could be worked out from what is printed.');
  }
  return whyNotMove(RELEASE_TRANSITIONS, release.state, 'approved');
};

/** Long before any fact; a centre that was there from the start counts from here. */
const FROM_THE_START = '1900-01-01';

export interface PresentCentre {
  readonly centreId: string;
  readonly name: string;
  readonly province: string | null;
}

/**
 * Which centres count, and from when. Two releases must never differ by one centre, because the difference would be that
 * centre's own numbers: a centre that is new since the last published release counts from the first quarter after that
 * one, and a centre that has been counted goes on being counted.
 */
export const centresOf = (present: readonly PresentCentre[], former: { centres: readonly CountedCentre[]; quarter: string } | null): CountedCentre[] => {
  const known = new Map(former?.centres.map((centre) => [centre.centreId, centre]));
  const newFrom = former ? firstDayOf(shiftQuarter(former.quarter, 1)) : FROM_THE_START;
  const now = present.map((centre) => ({ ...centre, countsFrom: known.get(centre.centreId)?.countsFrom ?? newFrom }));
  const gone = [...known.values()].filter(({ centreId }) => !present.some((centre) => centre.centreId === centreId));
  return [...now, ...gone];
};
