/** How the second step of a sign-in was taken; `provider`: the identity provider vouches for it. */
export const SECOND_STEPS = ['none', 'code', 'recovery-code', 'provider'] as const;
export type SecondStep = (typeof SECOND_STEPS)[number];

/** RFC 6238, as every authenticator app has it. */
export const CODE_SECONDS = 30;
/** A clock may go wrong by one step on either side. */
export const TOLERANCE_SECONDS = 30;
export const RECOVERY_CODES = 10;

/** Without signs that are mistaken for each other when copied from paper: 32 of them, 5 bits each. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const PER_GROUP = 4;
export const RECOVERY_CODE_BYTES = GROUPS * PER_GROUP;

/** "K7QM-D4XW-2PHC-9BTA": 80 bits, so that a plain hash keeps it and no key must be rotated with it. */
export const recoveryCodeOf = (bytes: Uint8Array): string => {
  const signs = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return Array.from({ length: GROUPS }, (_, group) => signs.slice(group * PER_GROUP, (group + 1) * PER_GROUP).join('')).join('-');
};

/** What was typed, as it is kept: no spaces or dashes, upper case. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

export const isTimeCode = (plain: string): boolean => /^\d{6}$/.test(plain);

/** Whether this session may do nothing yet but set up the second factor. */
export const owesSecondFactor = (given: { required: boolean; since: Date | null; secondStep: SecondStep }): boolean =>
  given.required && given.since === null && given.secondStep !== 'provider';
