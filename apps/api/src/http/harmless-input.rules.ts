/** What is wrong with input as such, whatever it is for. */
export interface Harm {
  readonly code: 'FIELD_NAME_REFUSED' | 'TEXT_UNREADABLE' | 'TOO_DEEP';
  readonly sentence: string;
}

/** Names that mean something to the language itself: copied into an object, they would change all others. */
const NAMES_OF_THE_LANGUAGE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** No form of ours goes half as deep. */
const DEEPEST = 20;

const NAME: Harm = { code: 'FIELD_NAME_REFUSED', sentence: 'A field is called __proto__, constructor or prototype.' };
const TEXT: Harm = { code: 'TEXT_UNREADABLE', sentence: 'A text holds half a letter, or the sign that ends texts.' };
const DEPTH: Harm = { code: 'TOO_DEEP', sentence: 'The input is nested too deep.' };

/** PostgreSQL keeps no U+0000, and half a surrogate pair is no letter in any encoding. With `u` a pair counts as the one letter that it is. */
const UNREADABLE = /[\0\p{Surrogate}]/u;
const isReadable = (text: string): boolean => !UNREADABLE.test(text);

/** Without recursion, so that depth costs no stack. Null when there is nothing to refuse. */
export const harmOf = (input: unknown): Harm | null => {
  const waiting: (readonly [value: unknown, depth: number])[] = [[input, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value === 'string' && !isReadable(value)) {
      return TEXT;
    }
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    if (depth >= DEEPEST) {
      return DEPTH;
    }
    for (const [name, inner] of Object.entries(value)) {
      if (NAMES_OF_THE_LANGUAGE.has(name)) {
        return NAME;
      }
      if (!isReadable(name)) {
        return TEXT;
      }
      waiting.push([inner, depth + 1]);
    }
  }
  return null;
};
