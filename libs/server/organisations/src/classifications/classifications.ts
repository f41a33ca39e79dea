import { nearestName, type NamedCode, type NamesOfCode } from './classification.rules';
import fields from './education-fields.data.json';
import occupations from './occupations.data.json';

export const CLASSIFICATION_LANGUAGES = ['en', 'km', 'th', 'zh', 'id'] as const;

/**
 * Occupations by ISCO-08: units that people of this work are trained for or work in, and every group above them, so that
 * each code has a name. The English names follow the ILO; the others await a native reader (docs/translations.md).
 */
const OCCUPATIONS: readonly NamedCode[] = occupations;
/** Fields of education by ISCED-F 2013: the broad ones, and the detailed ones that such programmes belong to. */
const FIELDS: readonly NamedCode[] = fields;

const byCode = (rows: readonly NamedCode[]): ReadonlyMap<string, NamedCode> => new Map(rows.map((row) => [row.code, row]));
const OCCUPATION = byCode(OCCUPATIONS);
const FIELD = byCode(FIELDS);

const namesOf = ({ en, km, th, zh, id }: NamedCode): NamesOfCode => ({ en, km, th, zh, id });
const known = (row: NamedCode | null, code: string): NamesOfCode => (row ? namesOf(row) : { en: code, km: code, th: code, zh: code, id: code });

/** What an occupation is called; the code itself where the classification has no such branch. */
export const occupationNames = (code: string): NamesOfCode => known(nearestName(OCCUPATION, code), code);

/** What a field of education is called. */
export const educationFieldNames = (code: string): NamesOfCode => known(nearestName(FIELD, code), code);

export const classificationsIn = (language: keyof NamesOfCode) => {
  const named = (rows: readonly NamedCode[]) => rows.map((row) => ({ code: row.code, name: row[language] }));
  return { occupations: named(OCCUPATIONS), educationFields: named(FIELDS) };
};
