import { isDay, type Day } from '@sampan/kernel';

/** A line of a file of admin areas: code, level, parent, names per language, and since when until when there is such an area. */
export interface AreaLine {
  readonly code: string;
  readonly level: number;
  readonly parentCode: string | null;
  readonly names: Readonly<Record<string, string>>;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

export type AreaProblem =
  | 'CODE_UNREADABLE' | 'CODE_ELSEWHERE' | 'CODE_TWICE' | 'LEVEL_UNREADABLE' | 'PARENT_MISSING' | 'PARENT_UNKNOWN' | 'PARENT_LEVEL' | 'NAME_MISSING' | 'DAY_UNREADABLE' | 'ENDS_BEFORE_IT_BEGINS';

/** Province, district, commune, village. */
export const DEEPEST_LEVEL = 4;

/** Languages of the region, as columns of the file. */
export const AREA_LANGUAGES = ['en', 'km', 'th', 'zh', 'id', 'lo', 'vi', 'my', 'ms', 'fil'] as const;

const CODE = /^[A-Z]{2}-[A-Z0-9][A-Z0-9-]{0,16}$/;

/** Reads one line; what depends on other lines (its parent, its double) is {@link whyNotAmong}'s to say. */
export const readAreaLine = (country: string, cell: (column: string) => string): AreaLine | AreaProblem => {
  const [code, level, from, to] = [cell('code').toUpperCase(), Number(cell('level')), cell('from'), cell('to')];
  if (!CODE.test(code)) {
    return 'CODE_UNREADABLE';
  }
  if (!code.startsWith(`${country}-`)) {
    return 'CODE_ELSEWHERE';
  }
  if (!Number.isInteger(level) || level < 1 || level > DEEPEST_LEVEL) {
    return 'LEVEL_UNREADABLE';
  }
  const parentCode = cell('parent').toUpperCase() || null;
  if (level > 1 && parentCode === null) {
    return 'PARENT_MISSING';
  }
  if ((from && !isDay(from)) || (to && !isDay(to))) {
    return 'DAY_UNREADABLE';
  }
  if (from && to && to < from) {
    return 'ENDS_BEFORE_IT_BEGINS';
  }
  const names = Object.fromEntries(AREA_LANGUAGES.map((language) => [language, cell(language)] as const).filter(([, name]) => name !== ''));
  return Object.keys(names).length === 0 ? 'NAME_MISSING' : { code, level, parentCode: level === 1 ? null : parentCode, names, validFrom: from || null, validTo: to || null };
};

/** @param levels of the areas that are known or stand above in the file, by code */
export const whyNotAmong = ({ code, level, parentCode }: AreaLine, levels: ReadonlyMap<string, number>, seen: ReadonlySet<string>): AreaProblem | null => {
  if (seen.has(code)) {
    return 'CODE_TWICE';
  }
  if (parentCode === null) {
    return null;
  }
  const above = levels.get(parentCode);
  if (above === undefined) {
    return 'PARENT_UNKNOWN';
  }
  return above === level - 1 ? null : 'PARENT_LEVEL';
};

/** The levels of a file one after the other, so that a parent may stand anywhere in it; what cannot be read comes first. */
export const parentsFirst = <Row>(rows: readonly Row[], levelOf: (row: Row) => number): Row[] => rows.toSorted((a, b) => (levelOf(a) || 0) - (levelOf(b) || 0));

/** Key order of JSON in the database is not ours. */
export const sameArea = (a: AreaLine, b: AreaLine): boolean =>
  a.level === b.level && a.parentCode === b.parentCode && a.validFrom === b.validFrom && a.validTo === b.validTo &&
  AREA_LANGUAGES.every((language) => (a.names[language] ?? '') === (b.names[language] ?? ''));
