import { Injectable } from '@nestjs/common';
import { PreparedSql, type Position, type Viewer } from '@sampan/kernel';
import { reachSql } from '../caseload/reach';
import { PERSON_ROW, type PersonRow } from './person-columns';
import type { PersonStatus } from './person.rules';

export interface PersonSearch {
  /** Every one must be somewhere in the search text. */
  readonly words: readonly string[];
  /** The beginning of a reference, when the text could be one. */
  readonly reference: string | null;
  /** Empty means all. */
  readonly centreIds: readonly string[];
  readonly statuses: readonly PersonStatus[];
}

const REACH = { centre: 'p.centre_id', person: 'p.id' };
/** One order for all scripts and languages. */
const IN_ORDER = 'p.full_name COLLATE "und-x-icu"';
const TRIGRAM = 3;
const escapeLike = (text: string): string => text.replace(/[\\%_]/gu, '\\$&');

/** People for lists and look-ups: named columns, no entities. */
@Injectable()
export class PersonListsRepository {
  constructor(private readonly sql: PreparedSql) {}

  byIds(viewer: Viewer, ids: readonly string[]): Promise<PersonRow[]> {
    const reach = reachSql(viewer, REACH, 2);
    return this.sql.rows(`SELECT ${PERSON_ROW} FROM person p WHERE p.id = ANY($1) AND ${reach.sql}`, [[...ids], ...reach.parameters]);
  }

  search(viewer: Viewer, { words, reference, centreIds, statuses }: PersonSearch, position: Position | null, limit: number): Promise<PersonRow[]> {
    const reach = reachSql(viewer, REACH, 1);
    const values: unknown[] = [...reach.parameters];
    const given = (value: unknown): string => `$${values.push(value)}`;
    const back = position?.direction === 'previous';
    const conditions = [
      reach.sql,
      ...(centreIds.length > 0 ? [`p.centre_id = ANY(${given([...centreIds])})`] : []),
      `p.status = ANY(${given([...statuses])})`,
      ...(reference ? [`p.reference LIKE ${given(`${reference}%`)}`] : []),
      ...words.map((word) => `p.search_text LIKE ${given(`%${escapeLike(word)}%`)}`),
    ];
    if (position) {
      const [name, id] = position.key;
      conditions.push(`(${IN_ORDER}, p.id) ${back ? '<' : '>'} (${given(name)}::text COLLATE "und-x-icu", ${given(id)}::uuid)`);
    }
    const order = back ? 'DESC' : 'ASC';
    const found = `SELECT ${PERSON_ROW} FROM person p WHERE ${conditions.join(' AND ')}`;
    const cut = `${order}, id ${order} LIMIT ${Number(limit)}`;
    // In the order of names a common word is soon found and another one never: with letters enough for the trigrams they come first.
    return words.some((word) => word.length >= TRIGRAM)
      ? this.sql.rows(`WITH found AS MATERIALIZED (${found}) SELECT * FROM found ORDER BY "fullName" COLLATE "und-x-icu" ${cut}`, values)
      : this.sql.rows(`${found} ORDER BY ${IN_ORDER} ${order}, p.id ${order} LIMIT ${Number(limit)}`, values);
  }
}
