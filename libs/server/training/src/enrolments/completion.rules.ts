import { ruleBroken, type DomainError } from '@sampan/kernel';

export interface CompletionFacts {
  readonly enteredOn: string | null;
  /** Sessions of the cohort, cancelled ones aside, that this trainee was enrolled for. */
  readonly sessionsDue: number;
  readonly registersTaken: number;
  /** Present and late, over sessions with a register; excused ones stay in the denominator (indicator T5). */
  readonly attended: number;
  readonly minimumAttendancePercent: number;
  readonly assessmentRequired: boolean;
  readonly assessmentPassed: boolean | null;
  readonly lastSessionOn: string | null;
  readonly today: string;
}

export const COMPLETION_CONDITIONS = ['entered', 'sessions-over', 'registers-taken', 'attendance', 'assessment'] as const;
export type CompletionConditionCode = (typeof COMPLETION_CONDITIONS)[number];

export interface CompletionCondition {
  readonly condition: CompletionConditionCode;
  readonly met: boolean;
  readonly actual: number | null;
  readonly required: number | null;
}

/** Whole per cent, rounded down: 79.9 % is not yet 80 %. Null while no register was taken. */
export const attendancePercent = (attended: number, registersTaken: number): number | null =>
  registersTaken === 0 ? null : Math.floor((attended * 100) / registersTaken);

/** All conditions, met or not, so that a screen can show what is missing instead of a bare refusal. */
export const completionConditions = (facts: CompletionFacts): readonly CompletionCondition[] => {
  const percent = attendancePercent(facts.attended, facts.registersTaken);
  const conditions: CompletionCondition[] = [
    { condition: 'entered', met: facts.enteredOn !== null, actual: null, required: null },
    {
      condition: 'sessions-over',
      met: facts.lastSessionOn !== null && facts.lastSessionOn <= facts.today,
      actual: null,
      required: null,
    },
    {
      condition: 'registers-taken',
      met: facts.sessionsDue > 0 && facts.registersTaken === facts.sessionsDue,
      actual: facts.registersTaken,
      required: facts.sessionsDue,
    },
    {
      condition: 'attendance',
      met: percent !== null && percent >= facts.minimumAttendancePercent,
      actual: percent,
      required: facts.minimumAttendancePercent,
    },
  ];
  return facts.assessmentRequired
    ? [...conditions, { condition: 'assessment', met: facts.assessmentPassed === true, actual: null, required: null }]
    : conditions;
};

export const whyNotComplete = (facts: CompletionFacts): DomainError | null => {
  const missing = completionConditions(facts).filter(({ met }) => !met);
  return missing.length === 0
    ? null
    : ruleBroken(
        'COMPLETION_CONDITIONS_NOT_MET',
        `Not yet complete: ${missing.map(({ condition }) => condition).join(', ')}.`,
      );
};
