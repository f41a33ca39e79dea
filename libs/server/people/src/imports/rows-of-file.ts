import { blockingKeys, YEAR_TOLERANCE, type BlockingKey } from '../duplicates/blocking-key.rules';
import type { Comparable } from '../duplicates/comparable.rules';
import { likelyDuplicate } from '../duplicates/duplicate-score.rules';
import type { RowMatch } from './import-row.entity';

interface FiledRow {
  readonly personId: string;
  readonly rowNumber: number;
  readonly person: Comparable;
}

const mayMeet = (one: BlockingKey, other: BlockingKey): boolean =>
  one.bornFrom - YEAR_TOLERANCE <= other.bornTo && other.bornFrom <= one.bornTo + YEAR_TOLERANCE;

/** The rows of one file read so far, filed under the same keys as people: a register has its own duplicates. */
export class RowsOfFile {
  private readonly filed = new Map<string, { readonly key: BlockingKey; readonly row: FiledRow }[]>();

  add(row: FiledRow): void {
    for (const key of blockingKeys(row.person)) {
      const others = this.filed.get(key.key);
      if (others) {
        others.push({ key, row });
      } else {
        this.filed.set(key.key, [{ key, row }]);
      }
    }
  }

  matchesOf(person: Comparable): RowMatch[] {
    const candidates = new Set<FiledRow>();
    for (const key of blockingKeys(person)) {
      for (const other of this.filed.get(key.key) ?? []) {
        if (mayMeet(key, other.key)) {
          candidates.add(other.row);
        }
      }
    }
    return [...candidates].flatMap(({ personId, rowNumber, person: other }) => {
      const found = likelyDuplicate(person, other);
      return found ? [{ personId, rowNumber, ...found }] : [];
    });
  }
}
