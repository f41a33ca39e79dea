import type { Transitions } from '@sampan/kernel';

export const APPLICATION_STATES = ['proposed', 'consented', 'sent', 'interview', 'offered', 'accepted', 'declined', 'no-show'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_TRANSITIONS: Transitions<ApplicationState> = {
  proposed: ['consented', 'declined'],
  consented: ['sent', 'declined'],
  sent: ['interview', 'offered', 'declined', 'no-show'],
  interview: ['offered', 'declined', 'no-show'],
  offered: ['accepted', 'declined'],
  accepted: [],
  declined: [],
  'no-show': [],
};

export const DECLINED_BY = ['person', 'employer', 'centre'] as const;
export type DeclinedBy = (typeof DECLINED_BY)[number];

/** Steps that need the consent to be referred; it may be withdrawn at any time, so it is asked for at each of them. */
export const needsReferralConsent = (to: ApplicationState): boolean => to === 'consented' || to === 'sent' || to === 'accepted';

/** Steps by which the centre passes somebody on: the gates of sending bind here. */
export const passesPersonOn = (to: ApplicationState): boolean => to === 'sent' || to === 'accepted';

/** Applications that a withdrawn consent still stops. */
export const stillOpen = (state: ApplicationState): boolean => APPLICATION_TRANSITIONS[state].length > 0;
