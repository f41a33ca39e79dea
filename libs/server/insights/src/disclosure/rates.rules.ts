import type { DisclosurePolicy, Label } from './table';

export const SUPPRESSION_REASONS = [
  'below-threshold',
  'protects-another-number',
  'total-too-small',
  'nobody',
  'base-too-small',
  'small-numerator',
  'small-complement',
  'coverage-too-low',
  'coverage-unknown',
  'cohort-not-mature',
  'too-few-values',
] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** A number as it leaves the house: printed, or suppressed with the reason and, where it is true, a bound. */
export interface PublishedNumber {
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly reason: SuppressionReason | null;
  readonly bound: { readonly is: 'below' | 'above'; readonly than: number } | null;
}

export const printed = (value: number): PublishedNumber => ({ value, suppressed: false, reason: null, bound: null });

export const suppressed = (reason: SuppressionReason, bound: PublishedNumber['bound'] = null): PublishedNumber => ({
  value: null,
  suppressed: true,
  reason,
  bound,
});

/** A count in the words of its label. A count that is not printed at all answers null. */
export const publishedCount = (label: Label | undefined): PublishedNumber | null => {
  switch (label?.kind) {
    case 'zero':
      return printed(0);
    case 'rounded':
      return printed(label.value);
    case 'below':
      return suppressed('below-threshold', { is: 'below', than: label.below });
    case 'hidden':
      return suppressed('protects-another-number');
    case 'withheld':
      return suppressed('total-too-small');
    default:
      return null;
  }
};

/** A whole number that is certainly passed by the share `part / base`, in percent. */
const below = (part: number, base: number): number => Math.floor((100 * part) / base) + 1;
const above = (part: number, base: number): number => Math.ceil((100 * part) / base) - 1;

/**
 * Rule 3: a percentage computed from what is printed (never from the exact counts), in whole numbers, on a base of at
 * least the minimum; hidden when the numerator or its complement is 1…k−1; a bound only where it is true.
 */
export const publishedRate = (
  { numerator, complement, base }: { numerator: Label; complement: Label; base: Label },
  policy: DisclosurePolicy,
): PublishedNumber => {
  if (base.kind === 'zero') {
    return suppressed('nobody');
  }
  if ([base, complement, numerator].some(({ kind }) => kind === 'withheld')) {
    return suppressed('total-too-small');
  }
  if (base.kind !== 'rounded') {
    return suppressed(base.kind === 'below' ? 'base-too-small' : 'protects-another-number');
  }
  if (base.low < policy.minimumBase) {
    return suppressed('base-too-small');
  }
  if (complement.kind === 'below') {
    return suppressed('small-complement', { is: 'above', than: above(base.low - (policy.k - 1), base.low) });
  }
  if (numerator.kind === 'below') {
    return suppressed('small-numerator', { is: 'below', than: below(policy.k - 1, base.low) });
  }
  if (complement.kind === 'hidden' || (numerator.kind !== 'zero' && numerator.kind !== 'rounded')) {
    return suppressed('protects-another-number');
  }
  return printed(Math.round((100 * (numerator.kind === 'zero' ? 0 : numerator.value)) / base.value));
};

const LEAST_VALUES_FOR_A_MEDIAN = 10;

/** Rule 3 for medians, in the unit of the values: only over at least ten of them. */
export const publishedMedian = (values: readonly number[]): PublishedNumber => {
  if (values.length < LEAST_VALUES_FOR_A_MEDIAN) {
    return suppressed('too-few-values');
  }
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return printed(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2);
};
