import { whatToFill } from './fill-person.rules';
import type { ImportTarget } from './mapping.rules';
import { readRow, type RowFacts } from './read-row.rules';

const read = (row: Partial<Record<ImportTarget, string>>, country = 'KH') => {
  const targets = Object.keys(row) as ImportTarget[];
  return readRow(Object.values(row), { columns: targets.map((target) => `my ${target}`), mapping: targets.map((target, column) => ({ column, target })), country, today: '2026-05-10' });
};

describe('one line of a register', () => {
  it('needs nothing but a name', () => {
    expect(read({ fullName: ' សុខ  ដារ៉ា ' })).toMatchObject({ facts: { fullName: 'សុខ ដារ៉ា', sex: 'unknown', birth: null }, problems: [] });
  });

  it.each([
    [{ fullName: '', phone: '012' }],
    [{ fullName: '---' }],
    [{ familyName: '', givenName: ' ' }],
  ])('%j is left out, with the reason and the column', (row) => {
    const { facts, problems } = read(row);
    expect(facts).toBeNull();
    expect(problems).toEqual([{ code: 'NAME_MISSING', column: `my ${Object.keys(row)[0]}` }]);
  });

  it('is left out when a cell is far too long', () => {
    expect(read({ fullName: 'x'.repeat(201) })).toEqual({ facts: null, problems: [{ code: 'TOO_LONG', column: 'my fullName' }] });
  });

  it('puts a name together by the custom of the nationality', () => {
    expect(read({ familyName: 'Sok', givenName: 'Dara', nationality: 'Khmer' }).facts?.fullName).toBe('Sok Dara');
    expect(read({ familyName: 'Jaidee', givenName: 'Somchai', nationality: 'ไทย' }).facts?.fullName).toBe('Somchai Jaidee');
    expect(read({ familyName: '王', givenName: '小明', nationality: '中国' }).facts?.fullName).toBe('王小明');
    expect(read({ familyName: 'waller', givenName: '' }).facts?.fullName).toBe('waller');
  });

  it.each<[Partial<Record<ImportTarget, string>>, Partial<RowFacts>]>([
    [{ sex: 'ស្រី' }, { sex: 'female' }],
    [{ sex: 'ชาย' }, { sex: 'male' }],
    [{ sex: 'P' }, { sex: 'female' }],
    [{ nationality: 'កម្ពុជា' }, { nationality: 'KH' }],
    [{ nationality: 'Viet Nam' }, { nationality: null }],
    [{ nationality: 'Vietnam' }, { nationality: 'VN' }],
    [{ nationality: 'TH' }, { nationality: 'TH' }],
    [{ birthDate: '๗/๔/๒๕๓๓' }, { birth: { date: '1990-04-07', precision: 'day' } }],
    [{ age: 'អាយុ ៣០ ឆ្នាំ' }, { birth: { date: '1996-01-01', precision: 'estimated-age' } }],
    [{ phone: '012 345 678' }, { phone: '+85512345678' }],
    [{ language: 'ខ្មែរ' }, { language: 'km' }],
    [{ documentNumber: '- -' }, { documentNumber: null }],
  ])('reads %j', (row, facts) => {
    expect(read({ fullName: 'Sok Dara', ...row }).facts).toMatchObject(facts);
  });

  it.each<[Partial<Record<ImportTarget, string>>, string]>([
    [{ sex: '?' }, 'SEX_UNREADABLE'],
    [{ birthDate: '31/02/1990' }, 'BIRTH_DATE_UNREADABLE'],
    [{ age: 'old' }, 'AGE_UNREADABLE'],
    [{ nationality: 'Atlantis' }, 'NATIONALITY_UNREADABLE'],
    [{ phone: 'none' }, 'PHONE_UNREADABLE'],
  ])('keeps the person of %j, and says what could not be read', (row, code) => {
    const { facts, problems } = read({ fullName: 'Sok Dara', ...row });
    expect(facts?.fullName).toBe('Sok Dara');
    expect(problems).toEqual([{ code, column: `my ${Object.keys(row)[0]}` }]);
  });

  it('takes the age when the birth date cannot be read', () => {
    expect(read({ fullName: 'Sok Dara', birthDate: 'x', age: '30' }).facts?.birth?.precision).toBe('estimated-age');
  });
});

describe('what a row fills in', () => {
  const person = {
    fullName: 'Sok Dara', latinName: null, givenName: null, familyName: null, nickname: 'Dada', alsoKnownAs: [], sex: 'unknown' as const, birthDate: '1996-04-07',
    birthPrecision: 'day' as const, nationality: null, languages: [], addressText: null,
  };
  const facts: RowFacts = {
    fullName: 'Sok Darra', givenName: 'Darra', familyName: 'Sok', latinName: null, nickname: 'Other', sex: 'female', birth: { date: '1980-01-01', precision: 'year' },
    nationality: 'KH', language: 'km', phone: null, documentNumber: null, address: 'Poipet', externalId: null,
  };

  it('is only what is empty; another spelling is kept beside', () => {
    const { change, before } = whatToFill(person, facts);
    expect(change).toEqual({ givenName: 'Darra', familyName: 'Sok', alsoKnownAs: ['Sok Darra'], sex: 'female', nationality: 'KH', languages: ['km'], addressText: 'Poipet' });
    expect(before).toEqual({ givenName: null, familyName: null, alsoKnownAs: [], sex: 'unknown', nationality: null, languages: [], addressText: null });
  });

  it('is nothing the second time', () => {
    expect(whatToFill({ ...person, ...whatToFill(person, facts).change }, facts).change).toEqual({});
  });
});
