import { readContact } from '../contacts/contact.rules';
import { plainNumber } from '../identifiers/identity-document.rules';
import { displayName, nameOrderOf } from '../names/name.rules';
import { asciiDigits, normaliseText } from '../names/script.rules';
import { fromEstimatedAge, readPartialDate, type PartialDate } from '../persons/partial-date.rules';
import type { Sex } from '../persons/person.rules';
import type { RowProblem, RowProblemCode } from './import.rules';
import type { ColumnMapping, ImportTarget } from './mapping.rules';

/** What one line says, as far as it could be read. */
export interface RowFacts {
  readonly fullName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly latinName: string | null;
  readonly nickname: string | null;
  readonly sex: Sex;
  readonly birth: PartialDate | null;
  readonly nationality: string | null;
  readonly language: string | null;
  readonly phone: string | null;
  readonly documentNumber: string | null;
  readonly address: string | null;
  readonly externalId: string | null;
}

export interface ReadRow {
  /** Null when the line cannot be a person. */
  readonly facts: RowFacts | null;
  readonly problems: readonly RowProblem[];
}

export interface RowContext {
  readonly columns: readonly string[];
  readonly mapping: readonly ColumnMapping[];
  /** ISO 3166-1 of the centre: phone numbers are written as there. */
  readonly country: string;
  readonly today: string;
}

const LONGEST: Readonly<Partial<Record<ImportTarget, number>>> = { fullName: 200, latinName: 200, givenName: 100, familyName: 100, nickname: 100, address: 500, documentNumber: 60, externalId: 100 };

const SEX_WORDS: Readonly<Record<Exclude<Sex, 'unknown'>, readonly string[]>> = {
  female: ['f', 'female', 'woman', 'girl', 'ស', 'ស្រី', 'ស្រ្តី', 'นาง', 'หญิง', 'ญ', '女', 'p', 'perempuan', 'wanita'],
  male: ['m', 'male', 'man', 'boy', 'ប', 'ប្រុស', 'ชาย', 'ช', '男', 'l', 'laki laki', 'laki-laki', 'pria'],
  other: ['other', 'x', 'ផ្សេង', 'อื่นๆ', '其他', 'lainnya'],
};

const LOCALES = ['en', 'km', 'th', 'zh-Hans', 'id'] as const;
const LANGUAGES = ['km', 'th', 'lo', 'vi', 'my', 'id', 'zh', 'ms', 'en', 'jv', 'su', 'fil', 'shn', 'hi', 'bn', 'ne'] as const;
const PEOPLES: Readonly<Record<string, string>> = {
  khmer: 'KH', cambodian: 'KH', 'ខ្មែរ': 'KH', thai: 'TH', laotian: 'LA', lao: 'LA', vietnamese: 'VN', burmese: 'MM', myanmar: 'MM', indonesian: 'ID', chinese: 'CN', malaysian: 'MY',
  filipino: 'PH', stateless: 'XXA', unknown: 'XXX',
};

const plain = (text: string): string => normaliseText(text).toLowerCase();

const namesOf = (type: 'region' | 'language', codes: readonly string[]): Map<string, string> => {
  const names = new Map<string, string>();
  for (const locale of LOCALES) {
    const display = new Intl.DisplayNames([locale], { type, fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name) {
        names.set(plain(name), code);
      }
    }
  }
  return names;
};

const LETTERS = Array.from({ length: 26 }, (_, place) => String.fromCodePoint(65 + place));
const REGIONS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
const COUNTRY_BY_NAME = new Map([...namesOf('region', REGIONS), ...Object.entries(PEOPLES)]);
const LANGUAGE_BY_NAME = namesOf('language', LANGUAGES);

const readSex = (text: string): Sex | null => {
  const word = plain(text);
  return (Object.keys(SEX_WORDS) as (keyof typeof SEX_WORDS)[]).find((sex) => SEX_WORDS[sex].includes(word)) ?? null;
};

const readNationality = (text: string): string | null => (/^([A-Z]{2}|XXA|XXX)$/u.test(text.trim()) ? text.trim() : (COUNTRY_BY_NAME.get(plain(text)) ?? null));

const readLanguage = (text: string): string | null => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(text.trim()) ? text.trim() : (LANGUAGE_BY_NAME.get(plain(text)) ?? null));

const readAge = (text: string, today: string): PartialDate | null => {
  const age = /^\D*(\d{1,3})\D*$/u.exec(asciiDigits(text))?.[1];
  return age === undefined ? null : fromEstimatedAge(Number(age), today);
};

/** What stands in the columns of each target, joined. */
const textsOf = (cells: readonly string[], mapping: readonly ColumnMapping[]): ReadonlyMap<ImportTarget, string> => {
  const texts = new Map<ImportTarget, string>();
  for (const { target, column } of mapping) {
    const text = normaliseText(cells[column] ?? '');
    if (text) {
      texts.set(target, [texts.get(target) ?? '', text].filter(Boolean).join(' '));
    }
  }
  return texts;
};

/** Reads one line. Only a missing name, or a cell that is far too long, leaves the line out; anything unreadable is left empty and told. */
export const readRow = (cells: readonly string[], { columns, mapping, country, today }: RowContext): ReadRow => {
  const problems: RowProblem[] = [];
  const columnOf = (target: ImportTarget): string | null => columns[mapping.find((map) => map.target === target)?.column ?? -1] ?? null;
  const texts = textsOf(cells, mapping);
  const text = (target: ImportTarget): string => texts.get(target) ?? '';
  const read = <T>(target: ImportTarget, code: RowProblemCode, reader: (text: string) => T | null): T | null => {
    const written = text(target);
    const value = written === '' ? null : reader(written);
    if (written !== '' && value === null) {
      problems.push({ code, column: columnOf(target) });
    }
    return value;
  };

  const tooLong = (Object.keys(LONGEST) as ImportTarget[]).find((target) => text(target).length > (LONGEST[target] ?? Infinity));
  if (tooLong) {
    return { facts: null, problems: [{ code: 'TOO_LONG', column: columnOf(tooLong) }] };
  }
  const nationality = read('nationality', 'NATIONALITY_UNREADABLE', readNationality);
  const [given, family] = [text('givenName'), text('familyName')];
  const fullName = text('fullName') || wholeName(given, family, nationality);
  if (!/\p{L}/u.test(fullName)) {
    return { facts: null, problems: [{ code: 'NAME_MISSING', column: columnOf('fullName') ?? columnOf('familyName') ?? columnOf('givenName') }] };
  }
  const birth = read('birthDate', 'BIRTH_DATE_UNREADABLE', (written) => readPartialDate(written, today)) ?? read('age', 'AGE_UNREADABLE', (written) => readAge(written, today));
  const facts: RowFacts = {
    fullName,
    givenName: given || null,
    familyName: family || null,
    latinName: text('latinName') || null,
    nickname: text('nickname') || null,
    sex: read('sex', 'SEX_UNREADABLE', readSex) ?? 'unknown',
    birth,
    nationality,
    language: read('language', 'LANGUAGE_UNREADABLE', readLanguage),
    phone: read('phone', 'PHONE_UNREADABLE', (written) => readContact('phone', written, country)),
    documentNumber: plainNumber(text('documentNumber')) === '' ? null : text('documentNumber'),
    address: text('address') || null,
    externalId: text('externalId') || null,
  };
  return { facts, problems };
};

const wholeName = (given: string, family: string, nationality: string | null): string => {
  const written = [given, family].filter(Boolean).join(' ');
  return nameOrderOf(nationality) === 'whole' ? written : displayName({ fullName: written, givenName: given || null, familyName: family || null }, nationality);
};
