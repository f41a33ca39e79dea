import { parse } from 'csv-parse/sync';
import { readPartialDate } from '../persons/partial-date.rules';
import { blockingKeys, YEAR_TOLERANCE, type BlockingKey } from './blocking-key.rules';
import { comparable, type Comparable } from './comparable.rules';
import { DUPLICATE_THRESHOLD, scoreDuplicate } from './duplicate-score.rules';

/** A record of a FEBRL file. `truth` is the number in rec_id: two records with one number are one person. */
export interface KnownRecord {
  readonly id: string;
  readonly truth: string;
  readonly person: Comparable;
}

export interface Evaluation {
  readonly records: number;
  readonly truePairs: number;
  readonly comparedPairs: number;
  /** Share of true pairs that the keys brought together at all, before any score. */
  readonly reached: number;
  readonly offeredPairs: number;
  readonly recall: number;
  readonly precision: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** Reads a FEBRL file as the import wizard does when the address columns are all mapped to the address. */
export const readFebrl = (csv: string, today: string): KnownRecord[] => {
  const rows: Row[] = parse(csv, { columns: true, trim: true, bom: true });
  return rows.map((row) => {
    const address = ['street_number', 'address_1', 'address_2', 'suburb', 'postcode', 'state'].map((column) => row[column]);
    return {
      id: row['rec_id'] ?? '',
      truth: row['rec_id']?.split('-')[1] ?? '',
      person: comparable({
        names: [[row['given_name'], row['surname']].filter(Boolean).join(' ')],
        birth: readPartialDate(row['date_of_birth'] ?? '', today),
        sex: null,
        phones: [],
        documents: row['soc_sec_id'] ? [row['soc_sec_id']] : [],
        address: address.filter(Boolean).join(' '),
      }),
    };
  });
};

const mayMeet = (one: BlockingKey, other: BlockingKey): boolean =>
  one.bornFrom - YEAR_TOLERANCE <= other.bornTo && other.bornFrom <= one.bornTo + YEAR_TOLERANCE;

const candidatePairs = (records: readonly KnownRecord[]): Map<string, readonly [KnownRecord, KnownRecord]> => {
  const filed = new Map<string, { readonly key: BlockingKey; readonly record: KnownRecord }[]>();
  const pairs = new Map<string, readonly [KnownRecord, KnownRecord]>();
  for (const record of records) {
    for (const key of blockingKeys(record.person)) {
      const others = filed.get(key.key) ?? [];
      for (const other of others.filter((candidate) => mayMeet(candidate.key, key))) {
        const [first, second] = [other.record, record].sort((a, b) => (a.id < b.id ? -1 : 1)) as [KnownRecord, KnownRecord];
        if (first !== second) {
          pairs.set(`${first.id} ${second.id}`, [first, second]);
        }
      }
      filed.set(key.key, [...others, { key, record }]);
    }
  }
  return pairs;
};

const truePairs = (records: readonly KnownRecord[]): number => {
  const sizes = new Map<string, number>();
  records.forEach(({ truth }) => sizes.set(truth, (sizes.get(truth) ?? 0) + 1));
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
};

/** Recall and precision of the pairs offered at the threshold, against the truth in the file. */
export const evaluateDuplicates = (records: readonly KnownRecord[], threshold = DUPLICATE_THRESHOLD): Evaluation => {
  const pairs = candidatePairs(records);
  const total = truePairs(records);
  const judged = [...pairs].map(([name, [one, other]]) => ({ name, same: one.truth === other.truth, score: scoreDuplicate(one.person, other.person).score }));
  const offered = judged.filter(({ score }) => score >= threshold);
  const right = offered.filter(({ same }) => same);
  return {
    records: records.length,
    truePairs: total,
    comparedPairs: pairs.size,
    reached: judged.filter(({ same }) => same).length / total,
    offeredPairs: offered.length,
    recall: right.length / total,
    precision: offered.length === 0 ? 1 : right.length / offered.length,
    missed: judged.filter(({ same, score }) => same && score < threshold).map(({ name, score }) => `${name} ${score}`),
    wrong: offered.filter(({ same }) => !same).map(({ name, score }) => `${name} ${score}`),
  };
};
