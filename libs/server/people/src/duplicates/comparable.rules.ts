import { romanisedWords } from '../names/name.rules';
import { asciiDigits, comparableText } from '../names/script.rules';
import type { PartialDate } from '../persons/partial-date.rules';

/** What is known of somebody, in the form in which two people are compared. Holds no document number, only keyed hashes. */
export interface Comparable {
  /** Every name as written, normalised. */
  readonly written: readonly string[];
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

export const comparable = (facts: ComparableFacts): Comparable => ({
  written: [...new Set(facts.names.map(comparableText).filter(Boolean))],
  names: distinct(facts.names.flatMap(romanisedWords).filter((words) => words.length > 0), (words) => words.join(' ')),
  birth: facts.birth,
  sex: facts.sex === 'unknown' ? null : facts.sex,
  phones: facts.phones,
  documents: facts.documents,
  address: facts.address ? (romanisedWords(asciiDigits(facts.address))[0] ?? []) : [],
});
