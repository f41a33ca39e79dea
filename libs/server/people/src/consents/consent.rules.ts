export const CONSENT_PURPOSES = [
  'hold-record', 'training', 'placement-referral', 'follow-up-contact', 'risk-screening', 'sensitive-data', 'share-with-partner', 'transfer-abroad',
  'statement-to-authorities', 'photo',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** What was recorded. `expired` is never recorded: it follows from the day until which a consent was given. */
export const CONSENT_ANSWERS = ['given', 'refused', 'withdrawn'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

export const CONSENT_STATES = ['not-asked', 'given', 'refused', 'withdrawn', 'expired'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** Each answer that may follow each state. Refusing and withdrawing are always possible; asking again is too. */
export const CONSENT_TRANSITIONS: Readonly<Record<ConsentState, readonly ConsentAnswer[]>> = {
  'not-asked': ['given', 'refused'],
  given: ['given', 'withdrawn'],
  refused: ['given', 'refused'],
  withdrawn: ['given', 'refused'],
  expired: ['given', 'refused', 'withdrawn'],
};

export const CONSENT_METHODS = ['signature', 'thumbprint', 'voice', 'witness'] as const;
export type ConsentMethod = (typeof CONSENT_METHODS)[number];

export const CONSENT_GIVERS = ['self', 'self-and-guardian', 'guardian', 'competent-authority'] as const;
export type ConsentGiver = (typeof CONSENT_GIVERS)[number];

export const LEGAL_BASES = ['consent', 'contract', 'public-task', 'vital-interest', 'legal-obligation', 'legitimate-interest'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

export interface LatestAnswer {
  readonly answer: ConsentAnswer;
  readonly validUntil: string | null;
}

/** The state of one purpose on a day, from its latest answer. */
export const consentState = (latest: LatestAnswer | null, today: string): ConsentState => {
  if (!latest) {
    return 'not-asked';
  }
  return latest.answer === 'given' && latest.validUntil !== null && latest.validUntil < today ? 'expired' : latest.answer;
};

/** A purpose that rests on another basis than consent may go on unless somebody objected to it. */
export const mayProceed = (state: ConsentState, basis: LegalBasis): boolean =>
  state === 'given' || (basis !== 'consent' && state === 'not-asked');

export interface ConsentAges {
  /** From this age somebody consents alone. */
  readonly aloneFrom: number;
  /** From this age a child's own assent is needed beside the guardian's. */
  readonly togetherFrom: number;
}

/** Who has to agree, by the least age that somebody may have. A child's guardian who is implicated is replaced by an authority. */
export const allowedGivers = (leastAge: number | null, minor: boolean, guardianImplicated: boolean, ages: ConsentAges): readonly ConsentGiver[] => {
  if (!minor && leastAge !== null && leastAge >= ages.aloneFrom) {
    return ['self'];
  }
  const assents = leastAge === null || leastAge >= ages.togetherFrom;
  if (guardianImplicated) {
    return ['competent-authority'];
  }
  return assents ? ['self-and-guardian', 'competent-authority'] : ['guardian', 'competent-authority'];
};
