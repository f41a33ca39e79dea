import { decodeCursor, toPage, type Page, type PageQuery } from '@sampan/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

const USUAL = 25;

/** One order for all scripts and languages. */
const inOrder = (alias: string): string => `${alias}.name COLLATE "und-x-icu"`;

/** A page of things with a name, in the order of their names. */
export const pageByName = async <R extends ObjectLiteral & { id: string; name: string }, T>(
  rows: SelectQueryBuilder<R>,
  { cursor, limit = USUAL }: PageQuery,
  present: (row: R) => T,
): Promise<Page<T>> => {
  const position = decodeCursor(cursor, 'text', 'id');
  const back = position?.direction === 'previous';
  if (position) {
    const [name, id] = position.key;
    rows.andWhere(`(${inOrder(rows.alias)}, ${rows.alias}.id) ${back ? '<' : '>'} (:pageName::text COLLATE "und-x-icu", :pageId::uuid)`, { pageName: name, pageId: id });
  }
  const order = back ? 'DESC' : 'ASC';
  const read = await rows.orderBy(inOrder(rows.alias), order).addOrderBy(`${rows.alias}.id`, order).limit(limit + 1).getMany();
  return toPage(read, limit, position, ({ name, id }) => [name, id], present);
};

export const partOf = (text: string): string => `%${text.replace(/[\\%_]/gu, '\\$&')}%`;
