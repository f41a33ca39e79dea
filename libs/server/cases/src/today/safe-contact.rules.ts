/** What was asked about one way to reach somebody. */
export interface KnownContact {
  readonly kind: string;
  readonly value: string;
  readonly whose: string;
  /** Null: nobody has asked. */
  readonly safeToCall: boolean | null;
  readonly safeWhen: string | null;
  readonly whoMayAnswer: string | null;
}

export const CONTACT_ANSWERS = ['safe', 'not-asked', 'not-safe', 'none'] as const;
export type ContactAnswer = (typeof CONTACT_ANSWERS)[number];

export interface SafeContacts {
  readonly answer: ContactAnswer;
  /** Ways that may be used, with when and who may answer. A way that is not known to be safe is not even listed. */
  readonly means: readonly Omit<KnownContact, 'safeToCall'>[];
}

/** Their own number first: a relative who answers is a second best even when it is safe. */
const byOwner = (a: KnownContact, b: KnownContact): number => Number(b.whose === 'self') - Number(a.whose === 'self');

export const safeContacts = (contacts: readonly KnownContact[]): SafeContacts => {
  const means = contacts
    .filter(({ safeToCall }) => safeToCall === true)
    .sort(byOwner)
    .map(({ kind, value, whose, safeWhen, whoMayAnswer }) => ({ kind, value, whose, safeWhen, whoMayAnswer }));
  if (means.length > 0) {
    return { answer: 'safe', means };
  }
  if (contacts.length === 0) {
    return { answer: 'none', means };
  }
  return { answer: contacts.some(({ safeToCall }) => safeToCall === null) ? 'not-asked' : 'not-safe', means };
};
