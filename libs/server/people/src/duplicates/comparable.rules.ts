import { romanisedWords } from '../names/name.rules';
import { asciiDigits, comparableText } from '../names/script.rules';
import type { PartialDate } from '../persons/partial-date.rules';

/** What is known of somebody, in the form in which two people are compared. Holds no document number, only keyed hashes. */
export interface Comparable {
  /** Every name as written, normalised. */
  readonly written: readonly string[];
  /** Those of them that nobody can read in Latin letters. */
  readonly unread: readonly string[];
  /** Every reading of every name in Latin letters. */
  readonly names: readonly (readonly string[])[];
  readonly birth: PartialDate | null;
  readonly sex: string | null;
  /** E.164 numbers and messaging handles. */
  readonly phones: readonly string[];
  readonly documents: readonly string[];
  /** Words of the address, in Latin letters. */
  readonly address: readonly string[];
}

export interface ComparableFacts {
  readonly names: readonly string[];
  readonly birth: PartialDate | null;
  readonly sex: string | null;
  readonly phones: readonly string[];
  readonly documents: readonly string[];
  readonly address: string | null;
}

const distinct = <T>(values: readonly T[], keyOf: (value: T) => string): T[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];

/**
 * Somebody in the form in which two people are compared. Names and addresses are read when they are looked at: most who
 * share a key with somebody were born on another day, and their words decide nothing.
 */
export const comparable = ({ names, birth, sex, phones, documents, address }: ComparableFacts): Comparable => {
  const written = once(() => [...new Set(names.map(comparableText).filter(Boolean))]);
  const readings = once(() => distinct(names.flatMap(romanisedWords).filter((words) => words.length > 0), (words) => words.join(' ')));
  const unread = once(() => names.filter((name) => romanisedWords(name).every((words) => words.length === 0)).map(comparableText).filter(Boolean));
  const places = once(() => (address ? (romanisedWords(asciiDigits(address))[0] ?? []) : []));
  return {
    get written() {
      return written();
    },
    get unread() {
      return unread();
    },
    get names() {
      return readings();
    },
    get address() {
      return places();
    },
    birth,
    sex: sex === 'unknown' ? null : sex,
    phones,
    documents,
  };
};

const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
