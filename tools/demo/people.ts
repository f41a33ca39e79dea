import type { Day } from '@sampan/kernel';
import { birthOf, fileAs, mintReference } from '@sampan/people/testing';
import type { Calendar } from './calendar';
import type { Chance } from './chance';
import type { DemoCentre } from './places';
import { breathe, type Rows } from './rows';

export interface DemoPerson {
  readonly id: string;
  readonly centre: DemoCentre;
  readonly registeredOn: Day;
  readonly initials: string;
  readonly sex: 'female' | 'male';
  readonly bornOn: Day;
  readonly isMinor: boolean;
  readonly socialWorkerId: string | null;
}

const PURPOSES: readonly (readonly [purpose: string, given: number])[] = [
  ['hold-record', 1], ['training', 0.97], ['placement-referral', 0.88], ['follow-up-contact', 0.86], ['risk-screening', 0.72],
];
const SOURCES: readonly (readonly [string, number])[] = [['walk-in', 40], ['self', 18], ['centre', 16], ['hotline', 6], ['border-screening', 10], ['embassy', 5], ['police', 5]];
/** A release looks back three whole years before its own; who ended training in the first quarter of them came a few months before. */
const DAYS_OF_HISTORY = 1_600;

/** What no two people share: the number in their phone number, and their reference. */
export class PersonSerial {
  private readonly references = new Set<string>();
  private phones = 0;

  /** Without the country's code. Blocks that begin with 000 are given to no subscriber; a country has ten thousand numbers in one, and then the next is used. */
  nextPhone(country: string): string {
    this.phones += 1;
    const [block, number] = [Math.floor(this.phones / 10_000), String(this.phones % 10_000).padStart(4, '0')];
    return `${country === 'KH' ? 10 + ((21 + block) % 90) : `9${block || ''}`}000${number}`;
  }

  nextReference(chance: Chance): string {
    const reference = mintReference(Uint8Array.from({ length: 8 }, () => chance.whole(0, 255)));
    if (this.references.has(reference)) {
      return this.nextReference(chance);
    }
    this.references.add(reference);
    return reference;
  }
}

/** People of one centre, spread over three years; a third of them are in a social worker's caseload. */
export const makePeople = async (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, serial: PersonSerial): Promise<DemoPerson[]> => {
  const people: DemoPerson[] = [];
  for (let position = 0; position < centre.people; position += 1) {
    people.push(makePerson(rows, chance, calendar, centre, position, serial));
    await breathe(position);
  }
  return people.sort((a, b) => (a.registeredOn < b.registeredOn ? -1 : 1));
};

const makePerson = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, position: number, serial: PersonSerial): DemoPerson => {
  const registeredOn = calendar.ago(chance.whole(1, DAYS_OF_HISTORY));
  const at = calendar.at(registeredOn, 2, chance.whole(0, 59));
  const id = chance.id(at);
  const naming = chance.weighted(centre.namings);
  const sex = chance.happens(0.54) ? 'female' : 'male';
  const family = naming.family.length > 0 ? chance.pick(naming.family) : null;
  const { fullName, latinName } = naming.write(family, chance.pick(naming[sex]));
  const age = chance.happens(0.05) ? chance.whole(15, 17) : chance.weighted([[chance.whole(18, 24), 52], [chance.whole(25, 34), 34], [chance.whole(35, 52), 14]]);
  const precision = chance.weighted([['day', 82], ['year', 12], ['estimated-age', 6]] as const);
  const year = Number(registeredOn.slice(0, 4)) - age;
  const bornOn = precision === 'day' ? `${year}-${String(chance.whole(1, 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}` : `${year}-01-01`;
  const phone = `+${centre.callingCode}${serial.nextPhone(centre.country)}`;
  const names = latinName === fullName ? [fullName] : [fullName, latinName];
  const { searchText, keys } = fileAs({ names, birth: birthOf({ birthDate: bornOn, birthPrecision: precision }), sex, phones: [phone], documents: [], address: null });
  const ageInDoubt = age < 19 && chance.happens(0.2);
  rows.add('person', {
    id, centre_id: centre.id, reference: serial.nextReference(chance), full_name: fullName,
    latin_name: latinName === fullName ? null : latinName, given_name: null, family_name: null, nickname: null, also_known_as: [], sex, birth_date: bornOn,
    birth_precision: precision, age_in_doubt: ageInDoubt, accompanied_by: age < 18 ? 'family' : 'nobody', guardian_implicated: age < 18 ? false : null,
    nationality: naming.nationality, languages: [naming.language], education: chance.weighted([[0, 6], [1, 26], [2, 40], [3, 24], [5, 4]]),
    admin_area_code: chance.weighted(centre.provinces.map((code, rank) => [code, rank === 0 ? 70 : 30] as const)), address_text: null,
    intake_source: chance.weighted(SOURCES), presenting_issue_sealed: null, urgent_concern: chance.happens(0.03), status: 'complete', search_text: searchText,
    registered_on: registeredOn, registered_by: centre.staff.registrar, merged_into_id: null, created_at: at, changed_at: at, version: 1,
  });
  for (const key of keys) {
    rows.add('person_key', { person_id: id, key: key.key, centre_id: centre.id, born_from: key.bornFrom, born_to: key.bornTo });
  }
  rows.add('contact', {
    id: chance.id(at), person_id: id, centre_id: centre.id, kind: 'phone', value: phone, whose: chance.happens(0.85) ? 'self' : 'family',
    safe_to_call: chance.weighted([[true, 82], [false, 8], [null, 10]]), safe_when: chance.happens(0.3) ? '18:00–20:00' : null, who_may_answer: null, created_at: at, version: 1,
  });
  makeConsents(rows, chance, centre, { id, at, isMinor: age < 18 });
  rows.add('timeline_entry', {
    id: chance.id(at), person_id: id, centre_id: centre.id, at, kind: 'people.registered', fact: 'fact.identity', data: {}, source_type: 'person', source_id: id,
  });
  const isMinor = age < 18 || ageInDoubt;
  return { id, centre, registeredOn, initials: initialsOf(latinName), sex, bornOn, isMinor, socialWorkerId: makeCaseload(rows, chance, centre, { id, at, registeredOn, position }) };
};

const initialsOf = (latinName: string): string => latinName.split(' ').map((word) => `${word.charAt(0)}.`).join(' ');

const makeConsents = (rows: Rows, chance: Chance, centre: DemoCentre, person: { id: string; at: Date; isMinor: boolean }): void => {
  for (const [purpose, given] of PURPOSES) {
    rows.add('consent', {
      id: chance.id(person.at), person_id: person.id, centre_id: centre.id, purpose, answer: chance.happens(given) ? 'given' : 'refused', basis: 'consent', notice_version: '2026-1',
      notice_language: centre.language, method: chance.happens(0.8) ? 'signature' : 'thumbprint', given_by: person.isMinor ? 'self-and-guardian' : 'self', recipient: null,
      withhold: null, valid_until: null, explained_by: centre.staff.registrar, recorded_at: person.at,
    });
  }
};

const makeCaseload = (rows: Rows, chance: Chance, centre: DemoCentre, person: { id: string; at: Date; registeredOn: Day; position: number }): string | null => {
  if (!chance.happens(0.33)) {
    return null;
  }
  const socialWorkerId = centre.staff.socialWorkers[person.position % centre.staff.socialWorkers.length]!;
  rows.add('caseload_entry', {
    id: chance.id(person.at), person_id: person.id, centre_id: centre.id, user_id: socialWorkerId, role: 'social-worker', from_on: person.registeredOn, to_on: null,
  });
  return socialWorkerId;
};
