import type { Transitions } from '@sampan/kernel';

export const PROGRAMME_VERSION_STATES = ['draft', 'approved', 'published', 'retired'] as const;
export type ProgrammeVersionState = (typeof PROGRAMME_VERSION_STATES)[number];

export const PROGRAMME_VERSION_TRANSITIONS: Transitions<ProgrammeVersionState> = {
  draft: ['approved'],
  approved: ['published'],
  published: ['retired'],
  retired: [],
};

/** A cohort runs what was published; a draft may still change under the trainees' feet. */
export const mayBeTaught = (state: ProgrammeVersionState): boolean => state === 'published';

/** Only a draft is edited: an approved version is what somebody put their name to. */
export const mayBeEdited = (state: ProgrammeVersionState): boolean => state === 'draft';

export const PROGRAMME_LANGUAGES = ['en', 'km', 'th', 'zh', 'id'] as const;
export type ProgrammeLanguage = (typeof PROGRAMME_LANGUAGES)[number];
export type NamesByLanguage = Readonly<Record<ProgrammeLanguage, string>>;
