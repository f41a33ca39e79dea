import type { Transitions } from '@sampan/kernel';

export const VACANCY_STATES = ['draft', 'screening', 'open', 'filled', 'closed', 'blocked'] as const;
export type VacancyState = (typeof VACANCY_STATES)[number];

/** An offer that failed the screen can only come back by being screened again. */
export const VACANCY_TRANSITIONS: Transitions<VacancyState> = {
  draft: ['screening', 'closed'],
  screening: ['open', 'blocked', 'draft', 'closed'],
  open: ['filled', 'closed', 'blocked', 'screening'],
  filled: ['open', 'closed', 'blocked', 'screening'],
  closed: [],
  blocked: ['screening', 'closed'],
};

export const VACANCY_KINDS = ['wage', 'self-employment', 'apprenticeship', 'further-training'] as const;
export type VacancyKind = (typeof VACANCY_KINDS)[number];
