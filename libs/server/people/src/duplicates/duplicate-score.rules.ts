import { birthYears, type PartialDate } from '../persons/partial-date.rules';
import type { Comparable } from './comparable.rules';
import { nameSimilarity, wordsSimilarity } from './similarity.rules';

export const REASON_KINDS = [
  'same-document', 'different-document', 'same-phone', 'name', 'name-differs', 'same-birth-date', 'near-birth-date', 'born-within', 'birth-differs', 'address', 'address-differs',
  'sex-differs',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** One reason, for the screen: the kind is a translation key, the value a number to show (0.87, ±1). */
export interface Reason {
  readonly kind: ReasonKind;
  readonly value?: number;
}

export interface DuplicateScore {
  /** 0 to 1: how likely that two records are one person. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Pairs from here on are offered to a person to decide. Nothing is ever joined by itself. */
export const DUPLICATE_THRESHOLD = 0.5;

/**
 * Weights are logarithms of odds in the manner of Fellegi and Sunter (1969): how much likelier a finding is for one
 * person than for two. Set by hand and checked against FEBRL 1 and 2 (docs/duplicates.md).
 */
const PRIOR = -4.5;
const WEIGHT = {
  sameDocument: 7,
  differentDocument: -1,
  samePhone: 3.5,
  sameDay: 4.5,
  nearDay: 2,
  sameMonth: 2,
  sameYear: 1.2,
  birthMayAgree: 0.5,
  yearOff: 0.2,
  birthDiffers: -3,
  sexDiffers: -2,
} as const;

/** Likeness → weight, straight lines between the points. */
const NAME_CURVE: readonly (readonly [number, number])[] = [[0, -5], [0.5, -3.5], [0.7, -0.5], [0.85, 2], [0.95, 4], [1, 5]];
const ADDRESS_CURVE: readonly (readonly [number, number])[] = [[0, -1], [0.35, -0.7], [0.5, 0.8], [0.7, 3], [0.9, 4.5], [1, 5]];

const along = (curve: readonly (readonly [number, number])[], at: number): number => {
  const upper = curve.findIndex(([x]) => x >= at);
  const [x1, y1] = curve[upper] ?? curve.at(-1) ?? [1, 0];
  const [x0, y0] = curve[upper - 1] ?? [x1, y1];
  return x1 === x0 ? y1 : y0 + ((at - x0) / (x1 - x0)) * (y1 - y0);
};

interface Finding {
  readonly weight: number;
  readonly reason?: Reason;
}
const NOTHING: Finding = { weight: 0 };
const rounded = (likeness: number): number => Math.round(likeness * 100) / 100;

const byName = (one: Comparable, other: Comparable): Finding => {
  if (one.names.length === 0 || other.names.length === 0) {
    return NOTHING;
  }
  const written = one.written.some((name) => other.written.includes(name));
  const likeness = written ? 1 : Math.max(...one.names.flatMap((words) => other.names.map((others) => nameSimilarity(words, others))));
  const weight = along(NAME_CURVE, likeness);
  return { weight, reason: likeness < 0.5 ? { kind: 'name-differs' } : { kind: 'name', value: rounded(likeness) } };
};

const byDocument = (one: Comparable, other: Comparable): Finding => {
  if (one.documents.length === 0 || other.documents.length === 0) {
    return NOTHING;
  }
  return one.documents.some((hash) => other.documents.includes(hash))
    ? { weight: WEIGHT.sameDocument, reason: { kind: 'same-document' } }
    : { weight: WEIGHT.differentDocument, reason: { kind: 'different-document' } };
};

/** A different phone says nothing: numbers are lost, shared and changed. */
const byPhone = (one: Comparable, other: Comparable): Finding =>
  one.phones.some((phone) => other.phones.includes(phone)) ? { weight: WEIGHT.samePhone, reason: { kind: 'same-phone' } } : NOTHING;

/** One digit mistyped, or two neighbours or day and month swapped: the usual slips of a hand. */
const nearlySameDay = (one: string, other: string): boolean => {
  const [digits, others] = [one.replaceAll('-', ''), other.replaceAll('-', '')];
  const differing = [...digits].flatMap((digit, place) => (digit === others[place] ? [] : [place]));
  const swappedParts = digits.slice(0, 4) === others.slice(0, 4) && digits.slice(4, 6) === others.slice(6) && digits.slice(6) === others.slice(4, 6);
  const [first = 0, second = 0] = differing;
  const swappedDigits = differing.length === 2 && digits[first] === others[second] && digits[second] === others[first];
  return differing.length === 1 || swappedParts || swappedDigits;
};

const byBirth = (one: PartialDate | null, other: PartialDate | null): Finding => {
  if (!one || !other) {
    return NOTHING;
  }
  const bothDays = one.precision === 'day' && other.precision === 'day';
  if (bothDays && one.date === other.date) {
    return { weight: WEIGHT.sameDay, reason: { kind: 'same-birth-date' } };
  }
  if (bothDays && nearlySameDay(one.date, other.date)) {
    return { weight: WEIGHT.nearDay, reason: { kind: 'near-birth-date' } };
  }
  const [years, others] = [birthYears(one), birthYears(other)];
  const apart = Math.max(0, years.from - others.to, others.from - years.to);
  if (apart > 1 || bothDays) {
    return { weight: WEIGHT.birthDiffers, reason: { kind: 'birth-differs' } };
  }
  return { weight: partialAgreement(one, other, apart), reason: { kind: 'born-within', value: Math.max(apart, marginOf(one), marginOf(other)) } };
};

const marginOf = (birth: PartialDate): number => (birthYears(birth).to - birthYears(birth).from) / 2;

const partialAgreement = (one: PartialDate, other: PartialDate, apart: number): number => {
  if (apart > 0) {
    return WEIGHT.yearOff;
  }
  if (one.precision === 'estimated-age' || other.precision === 'estimated-age') {
    return WEIGHT.birthMayAgree;
  }
  const monthsKnown = one.precision !== 'year' && other.precision !== 'year';
  if (monthsKnown) {
    return one.date.slice(0, 7) === other.date.slice(0, 7) ? WEIGHT.sameMonth : WEIGHT.birthDiffers;
  }
  return WEIGHT.sameYear;
};

const byAddress = (one: Comparable, other: Comparable): Finding => {
  if (one.address.length === 0 || other.address.length === 0) {
    return NOTHING;
  }
  const likeness = wordsSimilarity(one.address, other.address);
  const weight = along(ADDRESS_CURVE, likeness);
  return { weight, reason: { kind: weight > 0 ? 'address' : 'address-differs', value: rounded(likeness) } };
};

const bySex = (one: Comparable, other: Comparable): Finding =>
  one.sex && other.sex && one.sex !== other.sex ? { weight: WEIGHT.sexDiffers, reason: { kind: 'sex-differs' } } : NOTHING;

const likelihood = (sum: number): number => rounded(1 / (1 + Math.exp(-sum)));

/** How likely two records are one person, and why. The reasons come strongest first. */
export const scoreDuplicate = (one: Comparable, other: Comparable): DuplicateScore => {
  const findings = [byDocument(one, other), byPhone(one, other), byName(one, other), byBirth(one.birth, other.birth), byAddress(one, other), bySex(one, other)];
  const sum = findings.reduce((total, { weight }) => total + weight, PRIOR);
  const reasons = [...findings].sort((first, second) => second.weight - first.weight).flatMap(({ reason }) => reason ?? []);
  // One document in two records is always worth a look, even when nothing else agrees: a mix-up or a borrowed paper.
  const sharesDocument = reasons.some(({ kind }) => kind === 'same-document');
  const score = likelihood(sum);
  return { score: sharesDocument ? Math.max(score, DUPLICATE_THRESHOLD) : score, reasons };
};

const most = (curve: readonly (readonly [number, number])[]): number => Math.max(...curve.map(([, weight]) => weight));
const [MOST_BY_NAME, MOST_BY_ADDRESS] = [most(NAME_CURVE), most(ADDRESS_CURVE)];

/** Whether two records could be offered if their names and addresses were the same. Comparing words is what costs. */
const hasChance = (one: Comparable, other: Comparable): boolean => {
  const findings = [byDocument(one, other), byPhone(one, other), byBirth(one.birth, other.birth), bySex(one, other)];
  const byWords = MOST_BY_NAME + (one.address.length > 0 && other.address.length > 0 ? MOST_BY_ADDRESS : 0);
  const best = findings.reduce((total, { weight }) => total + weight, PRIOR + byWords);
  return likelihood(best) >= DUPLICATE_THRESHOLD || findings.some(({ reason }) => reason?.kind === 'same-document');
};

/** The score of two records that are to be offered as one person; null when they are below the threshold. */
export const likelyDuplicate = (one: Comparable, other: Comparable): DuplicateScore | null => {
  if (!hasChance(one, other)) {
    return null;
  }
  const found = scoreDuplicate(one, other);
  return found.score >= DUPLICATE_THRESHOLD ? found : null;
};
