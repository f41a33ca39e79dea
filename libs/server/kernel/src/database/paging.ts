import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { badInput, type DomainError } from '../errors/domain-error';
import { isDay } from '../time/day';

/** Query parameters of every list: previous and next by key, never by page number. */
export class PageQuery {
  @ApiPropertyOptional({ description: 'From the former answer: `nextCursor` or `previousCursor`.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25 })
  @IsOptional()
  @Transform(({ value }) => (value === undefined ? undefined : Number(value)))
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit?: number;
}

export interface Page<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
}

/** The class of one page of `Item`, so that the contract has a name for it: `class CohortPage extends PageOf(CohortDto) {}`. */
export const PageOf = <T extends object>(Item: new () => T) => {
  class PageDto implements Page<T> {
    @ApiProperty({ type: [Item] })
    readonly items: T[];

    @ApiProperty({ type: String, nullable: true, example: null })
    readonly nextCursor: string | null;

    @ApiProperty({ type: String, nullable: true, example: null })
    readonly previousCursor: string | null;
  }
  return PageDto;
};

/** The sort values of one row, last one unique, as it stands in the cursor. */
export type Key = readonly (string | number | null)[];

export interface Position {
  readonly direction: 'next' | 'previous';
  readonly key: Key;
}

export const encodeCursor = (direction: Position['direction'], key: Key): string =>
  Buffer.from(JSON.stringify([direction === 'next' ? 1 : 0, ...key])).toString('base64url');

/** What a sort value is to the database, which is given none that it could not read. */
const READABLE = {
  id: (part: unknown) => typeof part === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part),
  moment: (part: unknown) => typeof part === 'string' && /^(?!0000)\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(part) && !Number.isNaN(Date.parse(part)),
  day: (part: unknown) => typeof part === 'string' && isDay(part),
  text: (part: unknown) => typeof part === 'string' && !part.includes('\0'),
  number: (part: unknown) => typeof part === 'number',
  count: (part: unknown) => typeof part === 'number' && Number.isInteger(part) && Math.abs(part) < 2 ** 31,
} as const;

export type KeyPart = keyof typeof READABLE;

/**
 * Whoever asks may have made the cursor by hand: it says where to go on reading and nothing else.
 * @param parts what the key of this list is made of
 * @throws CURSOR_INVALID for anything that {@link encodeCursor} did not make of such a key
 */
export const decodeCursor = (cursor: string | undefined, ...parts: readonly [KeyPart, ...KeyPart[]]): Position | null => {
  if (!cursor) {
    return null;
  }
  const [direction, ...key] = contentOf(cursor);
  if ((direction !== 0 && direction !== 1) || key.length !== parts.length || !parts.every((part, place) => READABLE[part](key[place]))) {
    throw invalid();
  }
  return { direction: direction === 1 ? 'next' : 'previous', key: key as Key };
};

const contentOf = (cursor: string): readonly unknown[] => {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(content) ? content : [];
  } catch {
    throw invalid();
  }
};

const invalid = (): DomainError => badInput('CURSOR_INVALID', 'This page of the list does not exist.');

/**
 * Cuts rows that were read with `limit + 1` (and in reverse order when going back) into a page.
 * @param rows in the order they were read
 * @param keyOf the row's sort values, as used in the WHERE of the query
 */
export const toPage = <R, T>(
  rows: readonly R[],
  limit: number,
  position: Position | null,
  keyOf: (row: R) => Key,
  present: (row: R) => T,
): Page<T> => {
  const more = rows.length > limit;
  const kept = rows.slice(0, limit);
  if (position?.direction === 'previous') {
    kept.reverse();
  }
  const [first, last] = [kept[0], kept.at(-1)];
  const hasNext = position?.direction === 'previous' ? true : more;
  const hasPrevious = position?.direction === 'previous' ? more : position !== null;
  return {
    items: kept.map(present),
    nextCursor: hasNext && last !== undefined ? encodeCursor('next', keyOf(last)) : null,
    previousCursor: hasPrevious && first !== undefined ? encodeCursor('previous', keyOf(first)) : null,
  };
};
