/** Khmer syllables of given names. Four of them make a name that nobody in the demo has, and that still looks like one. */
const SYLLABLES = ['សុ', 'ភា', 'ចាន់', 'ធី', 'តា', 'វិ', 'ណា', 'រី', 'ពៅ', 'ដា', 'បូ', 'មុ', 'នី', 'លី', 'កា', 'ស្រី'];

const oneOf = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;
const digits = (count: number): string => Array.from({ length: count }, () => oneOf([...'0123456789'])).join('');

export interface Invented {
  /** As written: family name first, in Khmer. */
  readonly fullName: string;
  /** As it is written in Cambodia; unallocated. */
  readonly phone: string;
}

export const inventPerson = (): Invented => ({
  fullName: `សុខ ${Array.from({ length: 4 }, () => oneOf(SYLLABLES)).join('')}`,
  phone: `031 000 9${digits(3)}`,
});

/** A code that nothing in the demo has. */
export const inventCode = (beginning: string): string => `${beginning}-${digits(6)}`;
