/**
 * Whom or what is counted, and the outcomes into which it falls. Several indicators share a population: their numbers
 * are sums of the same outcomes, and the disclosure rules must know that, because an attacker does.
 */
export interface Measure {
  readonly key: string;
  /** Empty: a leaf, one outcome. Else the sum of other measures. */
  readonly parts: readonly string[];
  readonly publish: 'always' | 'when-small' | 'never';
  /** Printed once per cohort year and not per slice: coded exclusions, whose slices would be persons. */
  readonly yearlyOnly?: boolean;
  readonly percentBase?: boolean;
  /** Higher: given up later. */
  readonly rank: number;
}

export const DIMENSIONS = ['total', 'sex', 'age', 'programme', 'place'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const POPULATION_KEYS = [
  'entrants', 'exiters', 'completers', 'certification', 'attendance', 'checks',
  'placed-30', 'placed-90', 'placed-180', 'placed-365',
] as const;
export type PopulationKey = (typeof POPULATION_KEYS)[number];

export interface Population {
  readonly key: PopulationKey;
  readonly unit: 'person' | 'attendance-mark' | 'check';
  /** How much later than the due day its outcome is still recorded. Days. */
  readonly graceDays: number;
  /** The measure that counts everybody, excluded or not. */
  readonly whole: string;
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
}

const leaf = (key: string, publish: Measure['publish'], rank = 2): Measure => ({ key, parts: [], publish, rank });
const sum = (key: string, parts: readonly string[], publish: Measure['publish'], rank = 2): Measure => ({ key, parts, publish, rank });
const base = (key: string, parts: readonly string[], publish: Measure['publish'] = 'always'): Measure => ({ ...sum(key, parts, publish, 4), percentBase: true });
const guard = (key: string, parts: readonly string[]): Measure => sum(key, parts, 'when-small', 3);
const excluded: Measure = { ...leaf('excluded', 'always', 0), yearlyOnly: true };

const PERSON_DIMENSIONS: readonly Dimension[] = ['total', 'sex', 'age', 'programme', 'place'];

const placed = (day: 30 | 90 | 180 | 365, graceDays: number): Population => ({
  key: `placed-${day}`,
  unit: 'person',
  graceDays,
  whole: 'all',
  dimensions: ['total', 'sex', 'place'],
  measures: [
    leaf('same', 'always', 3), leaf('other', 'never'), leaf('none', 'when-small', 3), leaf('ended', 'never'), leaf('unknown', 'always', 1), excluded,
    sum('any', ['same', 'other'], 'always', 3),
    sum('unknown-any', ['ended', 'unknown'], 'always', 1),
    guard('not-same', ['other', 'none', 'ended']),
    guard('known-same', ['same', 'not-same']),
    guard('known-any', ['any', 'none']),
    base('base', ['known-same', 'unknown']),
    guard('rest-same', ['not-same', 'unknown']),
    guard('rest-any', ['none', 'unknown-any']),
    sum('all', ['base', 'excluded'], 'never'),
  ],
});

export const POPULATIONS: readonly Population[] = [
  {
    key: 'entrants', unit: 'person', graceDays: 30, whole: 'entered', dimensions: PERSON_DIMENSIONS,
    measures: [
      leaf('completed', 'always', 3), leaf('left-early', 'always', 3), leaf('still-in', 'always'), leaf('transferred', 'always'), excluded,
      sum('left-or-still', ['left-early', 'still-in'], 'when-small', 3),
      { ...base('base-without-transfers', ['completed', 'left-or-still']), rank: 1 },
      guard('not-completed', ['left-or-still', 'transferred']),
      base('base', ['completed', 'not-completed']),
      guard('not-left', ['completed', 'still-in', 'transferred']),
      guard('not-left-without-transfers', ['completed', 'still-in']),
      sum('entered', ['base', 'excluded'], 'always', 3),
    ],
  },
  {
    key: 'exiters', unit: 'person', graceDays: 30, whole: 'all', dimensions: PERSON_DIMENSIONS,
    measures: [
      leaf('employed', 'always', 3), leaf('not-employed', 'when-small', 3), leaf('unknown', 'always', 1), excluded,
      guard('known', ['employed', 'not-employed']),
      guard('not-confirmed', ['not-employed', 'unknown']),
      base('base', ['known', 'unknown']),
      sum('all', ['base', 'excluded'], 'never'),
    ],
  },
  {
    key: 'completers', unit: 'person', graceDays: 30, whole: 'all', dimensions: PERSON_DIMENSIONS,
    measures: [
      leaf('employed', 'always', 3), leaf('apprenticeship', 'never'), leaf('training', 'never'), leaf('seeking', 'when-small', 3), leaf('not-seeking', 'never'),
      leaf('unknown', 'always', 1), excluded,
      sum('positive', ['employed', 'apprenticeship', 'training'], 'always', 3),
      guard('negative', ['seeking', 'not-seeking']),
      guard('not-employed', ['apprenticeship', 'training', 'negative']),
      guard('known', ['positive', 'negative']),
      guard('not-confirmed-employed', ['not-employed', 'unknown']),
      guard('not-confirmed-positive', ['negative', 'unknown']),
      base('labour-force', ['employed', 'seeking']),
      base('base', ['known', 'unknown']),
      sum('all', ['base', 'excluded'], 'never'),
    ],
  },
  {
    key: 'certification', unit: 'person', graceDays: 30, whole: 'all', dimensions: PERSON_DIMENSIONS,
    measures: [
      leaf('certified-assessed', 'always', 3), leaf('certified-unassessed', 'never'), leaf('assessed-only', 'when-small', 3), leaf('neither', 'never'),
      sum('certified', ['certified-assessed', 'certified-unassessed'], 'always', 3),
      guard('uncertified', ['assessed-only', 'neither']),
      base('assessed', ['certified-assessed', 'assessed-only']),
      base('all', ['certified', 'uncertified']),
    ],
  },
  {
    key: 'attendance', unit: 'attendance-mark', graceDays: 0, whole: 'all', dimensions: ['total', 'sex', 'programme', 'place'],
    measures: [
      leaf('present', 'always', 3), leaf('absent', 'when-small', 3), leaf('no-register', 'always', 1),
      base('base', ['present', 'absent']),
      base('all', ['base', 'no-register']),
    ],
  },
  {
    key: 'checks', unit: 'check', graceDays: 0, whole: 'base', dimensions: ['total', 'sex', 'place'],
    measures: [
      leaf('reached', 'always', 3), leaf('attempted-only', 'never'), leaf('not-attempted', 'when-small', 3),
      sum('attempted', ['reached', 'attempted-only'], 'always', 3),
      guard('not-reached', ['attempted-only', 'not-attempted']),
      base('base', ['attempted', 'not-attempted']),
    ],
  },
  placed(30, 7), placed(90, 14), placed(180, 30), placed(365, 30),
];

export const populationOf = (key: PopulationKey): Population => {
  const found = POPULATIONS.find((population) => population.key === key);
  if (!found) {
    throw new Error(`No such population: ${key}`);
  }
  return found;
};

export interface Family {
  readonly key: string;
  readonly members: readonly PopulationKey[];
  /** Every member counts the same whole: one equals the other. */
  readonly sameWhole: readonly PopulationKey[];
  /** The second is part of the first. */
  readonly partOf: readonly (readonly [whole: PopulationKey, part: PopulationKey])[];
}

const PLACED: readonly PopulationKey[] = ['placed-30', 'placed-90', 'placed-180', 'placed-365'];

/** Populations that describe the same people, so that one's totals tell something of the other's: attacked together. */
export const FAMILIES: readonly Family[] = [
  { key: 'entrants', members: ['entrants'], sameWhole: [], partOf: [] },
  { key: 'leavers', members: ['exiters', 'completers', 'certification'], sameWhole: ['completers', 'certification'], partOf: [['exiters', 'completers']] },
  { key: 'attendance', members: ['attendance'], sameWhole: [], partOf: [] },
  { key: 'checks', members: ['checks'], sameWhole: [], partOf: [] },
  { key: 'placed', members: PLACED, sameWhole: PLACED, partOf: [] },
];
