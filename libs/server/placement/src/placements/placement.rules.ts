import type { Transitions } from '@sampan/kernel';

export const PLACEMENT_STATES = ['offered', 'contract-checked', 'started', 'active', 'ended', 'never-started'] as const;
export type PlacementState = (typeof PLACEMENT_STATES)[number];

export const PLACEMENT_TRANSITIONS: Transitions<PlacementState> = {
  offered: ['contract-checked', 'never-started'],
  'contract-checked': ['started', 'never-started', 'offered'],
  started: ['active', 'ended', 'never-started'],
  active: ['ended'],
  ended: [],
  'never-started': [],
};

/** Who found the job: `sent` by the centre, or recorded because it happened anyway. */
export const PLACEMENT_SOURCES = ['sent', 'self-found', 'self-employed', 'informal'] as const;
export type PlacementSource = (typeof PLACEMENT_SOURCES)[number];
export const RECORDED_SOURCES = ['self-found', 'self-employed', 'informal'] as const;
export type RecordedSource = (typeof RECORDED_SOURCES)[number];

export const PLACEMENT_KINDS = ['wage', 'self-employment', 'apprenticeship', 'further-training'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

export const END_REASONS = ['contract-ended', 'better-job', 'family', 'health', 'laid-off', 'dismissed', 'wage-unpaid', 'unsafe', 'returned-home', 'training', 'deceased', 'unknown', 'other'] as const;
export type EndReason = (typeof END_REASONS)[number];

export const PASSPORT_HOLDERS = ['person', 'family', 'employer', 'agency', 'somebody-else', 'no-passport'] as const;
export type PassportHolder = (typeof PASSPORT_HOLDERS)[number];

/** Somebody with power over the person holds the document: an ILO indicator of forced labour. */
export const isWithheld = (holder: PassportHolder | null): boolean => holder === 'employer' || holder === 'agency' || holder === 'somebody-else';

export const isCrossBorder = (homeCountry: string, jobCountry: string): boolean => homeCountry !== jobCountry;
