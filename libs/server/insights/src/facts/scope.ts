import type { Day } from '@sampan/kernel';

/** A centre whose facts count in a release, and from which day on. */
export interface CountedCentre {
  readonly centreId: string;
  readonly name: string;
  readonly province: string | null;
  readonly countsFrom: Day;
}

/** What a release counts: which centres, and which days. Facts after the cut-off do not exist for it. */
export interface FactScope {
  readonly centres: readonly CountedCentre[];
  readonly from: Day;
  readonly cutOff: Day;
}
