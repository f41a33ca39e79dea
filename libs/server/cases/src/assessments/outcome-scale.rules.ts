import { type DomainError, ruleBroken } from '@sampan/kernel';

/** Maps to the adult scale that OSCaR uses in Cambodia; the wording is ours. */
export const OUTCOME_DIMENSIONS = [
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
export type OutcomeDimension = (typeof OUTCOME_DIMENSIONS)[number];

export const OUTCOME_OCCASIONS = ['intake', 'review', 'closure'] as const;
export type OutcomeOccasion = (typeof OUTCOME_OCCASIONS)[number];

/** 1 = in crisis, 2 = vulnerable, 3 = stable, 4 = thriving. */
export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 4;
const SCORE_THAT_NEEDS_AN_ANSWER = 2;

export type OutcomeScores = Readonly<Record<OutcomeDimension, number>>;
export type OutcomeReasons = Readonly<Partial<Record<OutcomeDimension, string>>>;

const isScore = (score: unknown): score is number =>
  Number.isInteger(score) && (score as number) >= LOWEST_SCORE && (score as number) <= HIGHEST_SCORE;

const LONGEST_REASON = 1000;

export interface AssessmentCheck {
  readonly scores: Readonly<Record<string, unknown>>;
  readonly reasons: Readonly<Record<string, unknown>>;
  readonly observedOn: string;
  readonly today: string;
}

export const whyNotAssess = ({ scores, reasons, observedOn, today }: AssessmentCheck): DomainError | null => {
  if (observedOn > today) {
    return ruleBroken('ASSESSMENT_IN_THE_FUTURE', 'An assessment cannot be dated in the future.');
  }
  const known: readonly string[] = OUTCOME_DIMENSIONS;
  if ([...Object.keys(scores), ...Object.keys(reasons)].some((dimension) => !known.includes(dimension))) {
    return ruleBroken('OUTCOME_DIMENSION_UNKNOWN', 'The outcome scale has no such dimension.');
  }
  if (!OUTCOME_DIMENSIONS.every((dimension) => isScore(scores[dimension]))) {
    return ruleBroken('OUTCOME_SCORES_INCOMPLETE', 'Give every one of the ten dimensions a score from 1 to 4.');
  }
  if (Object.values(reasons).some((reason) => typeof reason !== 'string' || reason.length > LONGEST_REASON)) {
    return ruleBroken('OUTCOME_REASON_INVALID', `A reason is a text of at most ${LONGEST_REASON} characters.`);
  }
  return null;
};

/** Dimensions scored 1 or 2 that have neither a goal nor a reason why there is none, in the order of the scale. */
export const unansweredDimensions = (
  scores: OutcomeScores,
  reasons: OutcomeReasons,
  dimensionsWithGoal: readonly string[],
): readonly OutcomeDimension[] =>
  OUTCOME_DIMENSIONS.filter(
    (dimension) =>
      scores[dimension] <= SCORE_THAT_NEEDS_AN_ANSWER &&
      !reasons[dimension]?.trim() &&
      !dimensionsWithGoal.includes(dimension),
  );
