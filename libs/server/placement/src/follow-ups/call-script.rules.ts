import type { IloIndicator } from '../concerns/ilo-indicators.rules';

export const CHANNELS = ['phone', 'telegram', 'line', 'whatsapp', 'messenger', 'wechat', 'email', 'visit', 'centre'] as const;
export type Channel = (typeof CHANNELS)[number];

export const ANSWERED_BY = ['person', 'family', 'employer', 'colleague', 'somebody-else', 'nobody'] as const;
export type AnsweredBy = (typeof ANSWERED_BY)[number];

export const PRESENCE = ['no', 'yes', 'unknown'] as const;
export type Presence = (typeof PRESENCE)[number];

export const CODE_WORD = ['right', 'wrong', 'none-agreed', 'not-asked'] as const;
export type CodeWord = (typeof CODE_WORD)[number];

export interface CallSituation {
  readonly answeredBy: AnsweredBy;
  readonly employerPresent: Presence;
  readonly codeWord: CodeWord;
}

export const SCRIPTS = ['full', 'neutral', 'none'] as const;
export type Script = (typeof SCRIPTS)[number];

/**
 * Which script the caller may read. Not knowing who listens is treated as being overheard: a question about rights that the
 * employer hears can cost the person the job, the papers or worse.
 */
export const scriptFor = ({ answeredBy, employerPresent, codeWord }: CallSituation): Script => {
  if (answeredBy === 'nobody') {
    return 'none';
  }
  const safe = answeredBy === 'person' && employerPresent === 'no' && (codeWord === 'right' || codeWord === 'none-agreed');
  return safe ? 'full' : 'neutral';
};

/** Only the person themselves makes a check reached; a kind word with the mother is an attempt. */
export const reachesPerson = ({ answeredBy }: CallSituation): boolean => answeredBy === 'person';

export const RIGHTS_QUESTIONS = ['wage', 'hours', 'contract-kept', 'passport', 'free-to-leave', 'indicators', 'want-help'] as const;
export const NEUTRAL_QUESTIONS = ['how-are-you', 'still-there', 'when-may-we-call'] as const;
export type Question = (typeof RIGHTS_QUESTIONS)[number] | (typeof NEUTRAL_QUESTIONS)[number];

/** The questions of a script, in the order they are read. */
export const questionsOf = (script: Script): readonly Question[] =>
  ({ full: [...NEUTRAL_QUESTIONS, ...RIGHTS_QUESTIONS], neutral: [...NEUTRAL_QUESTIONS], none: [] })[script];

export interface RightsAnswers {
  readonly wage: boolean;
  readonly hours: boolean;
  readonly indicators: readonly IloIndicator[];
}

/** Answers to questions that the neutral script does not ask were not given in safety, and are not kept. */
export const answersBeyondScript = (script: Script, answers: RightsAnswers): boolean =>
  script !== 'full' && (answers.wage || answers.hours || answers.indicators.length > 0);
