import { comparableText } from '../names/script.rules';
import type { DatePrecision } from '../persons/partial-date.rules';
import type { Sex } from '../persons/person.rules';
import type { RowFacts } from './read-row.rules';

/** What an import may fill in. */
interface Filled {
  latinName: string | null;
  givenName: string | null;
  familyName: string | null;
  nickname: string | null;
  alsoKnownAs: string[];
  sex: Sex;
  birthDate: string | null;
  birthPrecision: DatePrecision | null;
  nationality: string | null;
  languages: string[];
  addressText: string | null;
}

/** What an update replaced and added, so that it can be undone. */
export interface FilledBefore {
  readonly version: number;
  readonly fields: Partial<Filled>;
  readonly contactId: string | null;
  readonly documentId: string | null;
  readonly externalIdId: string | null;
}

/** An import never overwrites what somebody wrote down: it fills what is empty, and keeps another spelling of the name beside. */
export const whatToFill = (person: Filled & { readonly fullName: string }, facts: RowFacts): { readonly change: Partial<Filled>; readonly before: Partial<Filled> } => {
  const known = [person.fullName, person.latinName ?? '', ...person.alsoKnownAs].map(comparableText);
  const otherSpelling = !known.includes(comparableText(facts.fullName));
  const change: Partial<Filled> = {
    ...(person.latinName === null && facts.latinName ? { latinName: facts.latinName } : {}),
    ...(person.givenName === null && person.familyName === null && (facts.givenName || facts.familyName) ? { givenName: facts.givenName, familyName: facts.familyName } : {}),
    ...(person.nickname === null && facts.nickname ? { nickname: facts.nickname } : {}),
    ...(otherSpelling ? { alsoKnownAs: [...person.alsoKnownAs, facts.fullName] } : {}),
    ...(person.sex === 'unknown' && facts.sex !== 'unknown' ? { sex: facts.sex } : {}),
    ...(person.birthDate === null && facts.birth ? { birthDate: facts.birth.date, birthPrecision: facts.birth.precision } : {}),
    ...(person.nationality === null && facts.nationality ? { nationality: facts.nationality } : {}),
    ...(person.languages.length === 0 && facts.language ? { languages: [facts.language] } : {}),
    ...(person.addressText === null && facts.address ? { addressText: facts.address } : {}),
  };
  const before = Object.fromEntries((Object.keys(change) as (keyof Filled)[]).map((field) => [field, person[field]]));
  return { change, before };
};
