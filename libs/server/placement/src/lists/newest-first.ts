import { decodeCursor, toPage, type KeyPart, type Page, type PageQuery } from '@sampan/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

const USUAL = 25;

/** A page in the order in which the rows were made: ids are time-ordered, so the id is the whole key. */
export const newestFirst = async <R extends ObjectLiteral & { id: string }, T>(
  rows: SelectQueryBuilder<R>,
  { cursor, limit = USUAL }: PageQuery,
  present: (row: R) => T,
): Promise<Page<T>> => {
  const position = decodeCursor(cursor, 'id');
  const back = position?.direction === 'previous';
  if (position) {
    rows.andWhere(`${rows.alias}.id ${back ? '>' : '<'} :pageKey`, { pageKey: position.key[0] });
  }
  const read = await rows.orderBy(`${rows.alias}.id`, back ? 'ASC' : 'DESC').limit(limit + 1).getMany();
  return toPage(read, limit, position, ({ id }) => [id], present);
};

/** A page in the order of one column, then of the id. */
export const inOrderOf = async <R extends ObjectLiteral & { id: string }, T>(
  rows: SelectQueryBuilder<R>,
  property: keyof R & string,
  kind: KeyPart,
  { cursor, limit = USUAL }: PageQuery,
  present: (row: R) => T,
): Promise<Page<T>> => {
  const position = decodeCursor(cursor, kind, 'id');
  const back = position?.direction === 'previous';
  const [column, id] = [`${rows.alias}.${property}`, `${rows.alias}.id`];
  if (position) {
    rows.andWhere(`(${column}, ${id}) ${back ? '<' : '>'} (:pageKey, :pageId)`, { pageKey: position.key[0], pageId: position.key[1] });
  }
  const order = back ? 'DESC' : 'ASC';
  const read = await rows.orderBy(column, order).addOrderBy(id, order).limit(limit + 1).getMany();
  return toPage(read, limit, position, (row) => [row[property] as string, row.id], present);
};
