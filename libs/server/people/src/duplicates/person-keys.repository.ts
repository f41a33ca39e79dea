import { Injectable } from '@nestjs/common';
import { PreparedSql, UnitOfWork } from '@sampan/kernel';
import { YEAR_TOLERANCE, type BlockingKey } from './blocking-key.rules';
import { PersonKey } from './person-key.entity';

/** More candidates than this share only keys that half the country shares. */
const MOST_CANDIDATES = 200;

@Injectable()
export class PersonKeysRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: PreparedSql,
  ) {}

  async replace(personId: string, centreId: string, keys: readonly BlockingKey[]): Promise<void> {
    await this.unitOfWork.manager.delete(PersonKey, { personId });
    if (keys.length > 0) {
      await this.unitOfWork.manager.insert(PersonKey, keys.map((key) => ({ ...key, personId, centreId })));
    }
  }

  /** Ids of those who share a key and may have been born in the same year; whoever shares most comes first. Everybody's, in and out of scope. */
  async candidates(keys: readonly BlockingKey[], except: readonly string[]): Promise<string[]> {
    const rows: { person_id: string }[] = await this.unitOfWork.manager.query(
      `SELECT k.person_id
       FROM unnest($1::text[], $2::int[], $3::int[]) AS wanted (key, born_from, born_to)
       JOIN person_key k ON k.key = wanted.key AND k.born_from <= wanted.born_to AND k.born_to >= wanted.born_from
       WHERE k.person_id <> ALL ($4::uuid[])
       GROUP BY k.person_id
       ORDER BY count(*) DESC, k.person_id
       LIMIT ${MOST_CANDIDATES}`,
      [keys.map(({ key }) => key), keys.map(({ bornFrom }) => bornFrom - YEAR_TOLERANCE), keys.map(({ bornTo }) => bornTo + YEAR_TOLERANCE), [...except]],
    );
    return rows.map((row) => row.person_id);
  }

  /** The same for many people at once, in their order: one statement, whose cost is the keys that they have. */
  async candidatesOfMany(people: readonly (readonly BlockingKey[])[]): Promise<string[][]> {
    const wanted = people.flatMap((keys, place) => keys.map((key) => ({ ...key, place })));
    const rows = await this.sql.rows<{ place: number; personId: string }>(
      `SELECT place, person_id AS "personId" FROM (
         SELECT wanted.place, k.person_id, row_number() OVER (PARTITION BY wanted.place ORDER BY count(*) DESC, k.person_id) AS rank
         FROM unnest($1::int[], $2::text[], $3::int[], $4::int[]) AS wanted (place, key, born_from, born_to)
         JOIN person_key k ON k.key = wanted.key AND k.born_from <= wanted.born_to AND k.born_to >= wanted.born_from
         GROUP BY wanted.place, k.person_id
       ) AS found WHERE rank <= ${MOST_CANDIDATES} ORDER BY place, rank`,
      [
        wanted.map(({ place }) => place), wanted.map(({ key }) => key), wanted.map(({ bornFrom }) => bornFrom - YEAR_TOLERANCE), wanted.map(({ bornTo }) => bornTo + YEAR_TOLERANCE),
      ],
    );
    const found: string[][] = people.map(() => []);
    rows.forEach(({ place, personId }) => found[place]?.push(personId));
    return found;
  }

  async addMany(people: readonly { readonly personId: string; readonly centreId: string; readonly keys: readonly BlockingKey[] }[]): Promise<void> {
    await this.sql.insertMany(
      'person_key',
      people.flatMap(({ personId, centreId, keys }) => keys.map(({ key, bornFrom, bornTo }) => ({ person_id: personId, key, centre_id: centreId, born_from: bornFrom, born_to: bornTo }))),
    );
  }

  async remove(personId: string): Promise<void> {
    await this.unitOfWork.manager.delete(PersonKey, { personId });
  }
}
