import type { Transitions } from '@sampan/kernel';
import type { PartialDate } from './partial-date.rules';

export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

export const PERSON_STATUSES = ['incomplete', 'complete', 'merged'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** A record becomes complete by itself when the minimum intake is there; only a steward merges. */
export const PERSON_TRANSITIONS: Transitions<PersonStatus> = {
  incomplete: ['complete', 'merged'],
  complete: ['incomplete', 'merged'],
  merged: ['incomplete', 'complete'],
};

export const ACCOMPANIED_BY = ['nobody', 'family', 'guardian', 'friend', 'official', 'somebody-else'] as const;
export type AccompaniedBy = (typeof ACCOMPANIED_BY)[number];

export const INTAKE_SOURCES = ['walk-in', 'hotline', 'border-screening', 'embassy', 'police', 'centre', 'self', 'import'] as const;
export type IntakeSource = (typeof INTAKE_SOURCES)[number];

export interface IntakeState {
  readonly sex: Sex;
  readonly birth: PartialDate | null;
  readonly ageInDoubt: boolean;
  readonly nationality: string | null;
  readonly languages: readonly string[];
  readonly hasContact: boolean;
  readonly consentAsked: boolean;
}

export const INTAKE_PARTS = ['sex', 'birth', 'nationality', 'language', 'contact', 'consent'] as const;
export type IntakePart = (typeof INTAKE_PARTS)[number];

/** What the minimum intake still lacks. Nothing here ever refuses a registration: only a name is required. */
export const missingParts = (state: IntakeState): IntakePart[] =>
  INTAKE_PARTS.filter(
    (part) =>
      ({
        sex: state.sex === 'unknown',
        birth: state.birth === null && !state.ageInDoubt,
        nationality: state.nationality === null,
        language: state.languages.length === 0,
        contact: !state.hasContact,
        consent: !state.consentAsked,
      })[part],
  );

export const statusOf = (missing: readonly IntakePart[]): PersonStatus => (missing.length === 0 ? 'complete' : 'incomplete');
