import type { Transitions } from '@sampan/kernel';

export const DUPLICATE_STATES = ['to-steward', 'not-the-same', 'same-person'] as const;
export type DuplicateState = (typeof DUPLICATE_STATES)[number];

/** `same-person` joins two records and can be undone; `not-the-same` is remembered, and never asked again by itself. */
export const DUPLICATE_TRANSITIONS: Transitions<DuplicateState> = {
  'to-steward': ['same-person', 'not-the-same'],
  'not-the-same': ['to-steward'],
  'same-person': ['to-steward'],
};

/** What somebody answers to "is this the same person?" while registering. */
export const DUPLICATE_ANSWERS = ['not-the-same', 'not-sure'] as const;
export type DuplicateAnswer = (typeof DUPLICATE_ANSWERS)[number];

/** The most that is ever shown at once: more than five possible people is a search, not a question. */
export const MOST_SHOWN = 5;

export const inOrder = (one: string, other: string): readonly [string, string] => (one < other ? [one, other] : [other, one]);
