import type { Transitions } from '@sampan/kernel';

export const JOB_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A running job becomes running again when another worker takes it up after a crash. */
export const JOB_TRANSITIONS: Transitions<JobState> = {
  waiting: ['running'],
  running: ['running', 'done', 'failed'],
  done: [],
  failed: ['running'],
};
