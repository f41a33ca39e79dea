import type { Viewer } from '@sampan/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The columns of a row that say whose it is: `{ centre: 'e.centreId', person: 'e.personId' }`. */
export interface ReachColumns {
  readonly centre: string;
  readonly person: string;
}

const inCaseload = (person: string, user: string): string =>
  `EXISTS (SELECT FROM caseload_entry in_reach WHERE in_reach.person_id = ${person} AND in_reach.user_id = ${user} AND in_reach.to_on IS NULL)`;

/** Limits a query of person-owned rows to what the viewer may see: their centres and, for a caseload worker, their own people. */
export const limitToReach = <T extends ObjectLiteral>(query: SelectQueryBuilder<T>, viewer: Viewer, { centre, person }: ReachColumns): SelectQueryBuilder<T> => {
  query.andWhere(`${centre} = ANY(:reachCentres)`, { reachCentres: [...viewer.centreIds] });
  return viewer.reach === 'caseload' ? query.andWhere(inCaseload(person, ':reachUser'), { reachUser: viewer.userId }) : query;
};

export interface ReachSql {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * The same limit for SQL written by hand, with column names.
 * @param from the number of the first free parameter: `$3` → 3
 */
export const reachSql = (viewer: Viewer, { centre, person }: ReachColumns, from: number): ReachSql =>
  viewer.reach === 'caseload'
    ? { sql: `(${centre} = ANY($${from}) AND ${inCaseload(person, `$${from + 1}`)})`, parameters: [[...viewer.centreIds], viewer.userId] }
    : { sql: `${centre} = ANY($${from})`, parameters: [[...viewer.centreIds]] };
