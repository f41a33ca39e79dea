/** The codes that a select offers, in the order in which they are offered. The server refuses any other. */
export const CASE_STAGES = ['referred', 'intake', 'assessment', 'planning', 'in-progress', 'closing', 'closed', 'reopened', 'rejected'] as const;
export const SOURCES = ['walk-in', 'hotline', 'border-screening', 'embassy', 'police', 'centre', 'self'] as const;
export const REJECTION_REASONS = ['not-in-scope', 'person-declined', 'served-elsewhere', 'could-not-be-found'] as const;
export const CLOSURE_REASONS = ['goals-met', 'declined-further-help', 'lost-contact', 'moved-away', 'transferred', 'deceased'] as const;
export const CLOSURE_OUTCOMES = ['safe-in-work', 'safe-in-training', 'safe-without-work', 'risk-remains', 'unknown'] as const;
export const OCCASIONS = ['intake', 'review', 'closure'] as const;
export const NOTE_SECTIONS = ['exploitation-history', 'health', 'legal'] as const;
export const DIMENSIONS = [
  'safety',
  'physical-health',
  'work-skills',
  'income',
  'financial-management',
  'recovery',
  'resilience',
  'family',
  'community',
  'rights',
] as const;
export const SCORES = [1, 2, 3, 4] as const;
