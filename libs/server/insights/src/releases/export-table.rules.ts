import { guarded, quoted } from '@sampan/platform';
import type { PublishedNumber } from '../disclosure/rates.rules';
import type { DefinedIndicator } from '../indicators/indicator-texts';

/** What a row of an export is made of; the same table that the dashboard reads. */
export interface ExportedValue {
  readonly indicator: string;
  readonly definitionVersion: number;
  readonly period: string;
  readonly dimension: string;
  readonly category: string;
  readonly place: { readonly level: string; readonly name: string | null; readonly province: string | null; readonly centres: number } | null;
  readonly mature: boolean;
  readonly numbers: Readonly<Record<string, PublishedNumber | null>>;
  readonly cutOff: string;
}

const NUMBERS = ['rate', 'knownRate', 'coverage', 'numerator', 'denominator', 'unknown', 'excluded', 'due', 'cohort'] as const;

export const EXPORT_HEADER: readonly string[] = [
  'indicator', 'name', 'definition version', 'period', 'dimension', 'category', 'mature',
  'rate %', 'rate on known %', 'coverage %', 'numerator', 'denominator', 'unknown', 'excluded', 'due', 'cohort', 'why suppressed', 'data until',
];

const numberCell = (number: PublishedNumber | null | undefined): string | number => {
  if (!number) {
    return '';
  }
  if (number.value !== null) {
    return number.value;
  }
  return number.bound ? `${number.bound.is === 'below' ? '<' : '>'}${number.bound.than}` : 'suppressed';
};

const placeCell = ({ level, name, province, centres }: NonNullable<ExportedValue['place']>): string =>
  name ?? [level, province, `(${centres} centres)`].filter((part) => part !== null).join(' ');

export const exportRows = (values: readonly ExportedValue[], definitions: readonly DefinedIndicator[]): (string | number)[][] => {
  const nameOf = new Map(definitions.map(({ key, texts }) => [key, texts.en.name]));
  return values.map((value) => {
    const numbers = NUMBERS.map((name) => value.numbers[name]);
    const reasons = new Set(numbers.flatMap((number) => number?.reason ?? []));
    return [
      value.indicator, nameOf.get(value.indicator) ?? '', value.definitionVersion, value.period, value.dimension,
      guarded(value.place ? placeCell(value.place) : value.category), value.mature ? 'yes' : 'no', ...numbers.map(numberCell), [...reasons].join(' '), value.cutOff,
    ];
  });
};

/** RFC 4180, with a byte order mark, because spreadsheets otherwise misread Khmer and Thai. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(String(cell))).join(',')}\r\n`).join('')}`;
