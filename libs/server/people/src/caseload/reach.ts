import type { Viewer } from '@sampan/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The columns of a row that say whose it is: `{ centre: 'e.centreId', person: 'e.personId' }`. */
export interface ReachColumns {
  readonly centre: string;
  readonly person: string;
}

const inCaseload = (person: string, user: string): string =>
  `EXISTS (SELECT FROM caseload_entry in_reach WHERE in_reach.person_id = ${person} AND in_reach.user_id = ${user} AND in_reach.to_on IS NULL)`;

/** Most people work at one centre: its rows are then read in the order of an index that begins with the centre. */
const hasOneCentre = ({ centreIds }: Viewer): boolean => centreIds.length === 1;
const centresOf = (viewer: Viewer): unknown => (hasOneCentre(viewer) ? viewer.centreIds[0] : [...viewer.centreIds]);

const inReach = (viewer: Viewer, { centre, person }: ReachColumns, name: { readonly centres: string; readonly user: string }): string => {
  const inCentre = hasOneCentre(viewer) ? `${centre} = ${name.centres}` : `${centre} = ANY(${name.centres})`;
  return viewer.reach === 'caseload' ? `(${inCentre} AND ${inCaseload(person, name.user)})` : inCentre;
};

/**
 * Limits a query of person-owned rows to what the viewer may see: their centres and, for a caseload worker, their own people;
 * and, by a break-glass, people by id and nobody else of those people's centres.
 */
export const limitToReach = <T extends ObjectLiteral>(query: SelectQueryBuilder<T>, viewer: Viewer, columns: ReachColumns): SelectQueryBuilder<T> => {
  const inside = inReach(viewer, columns, { centres: ':reachCentres', user: ':reachUser' });
  const parameters = { reachCentres: centresOf(viewer), ...(viewer.reach === 'caseload' ? { reachUser: viewer.userId } : {}) };
  return viewer.alsoReaches?.length
    ? query.andWhere(`(${inside} OR ${columns.person} = ANY(:reachExceptions))`, { ...parameters, reachExceptions: [...viewer.alsoReaches] })
    : query.andWhere(inside, parameters);
};

export interface ReachSql {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * The same limit for SQL written by hand, with column names.
 * @param from the number of the first free parameter: `$3` → 3
 */
export const reachSql = (viewer: Viewer, columns: ReachColumns, from: number): ReachSql => {
  const inside = inReach(viewer, columns, { centres: `$${from}`, user: `$${from + 1}` });
  const parameters: unknown[] = viewer.reach === 'caseload' ? [centresOf(viewer), viewer.userId] : [centresOf(viewer)];
  return viewer.alsoReaches?.length
    ? { sql: `(${inside} OR ${columns.person} = ANY($${from + parameters.length}))`, parameters: [...parameters, [...viewer.alsoReaches]] }
    : { sql: inside, parameters };
};
