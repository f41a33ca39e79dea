import { CLASSIFICATION_LANGUAGES, classificationsIn, educationFieldNames, occupationNames } from './classifications';

/** Sub-major groups of ISCO-08. */
const SUB_MAJOR = '01 02 03 11 12 13 14 21 22 23 24 25 26 31 32 33 34 35 41 42 43 44 51 52 53 54 61 62 63 71 72 73 74 75 81 82 83 91 92 93 94 95 96'.split(' ');

describe('the name of a code', () => {
  it.each([
    ['7212', 'Welders and flame cutters'],
    ['7214', 'Sheet and structural metal workers, moulders and welders'],
    ['2142', 'Science and engineering professionals'],
    ['0110', 'Armed forces occupations'],
  ])('of occupation %s is that of the nearest group: %s', (code, name) => expect(occupationNames(code).en).toBe(name));

  it.each([['0713', 'Electricity and energy'], ['0712', 'Engineering, manufacturing and construction'], ['07', 'Engineering, manufacturing and construction']])(
    'of field %s is that of the nearest: %s',
    (code, name) => expect(educationFieldNames(code).en).toBe(name),
  );

  it('that nothing stands for is the code', () => expect(educationFieldNames('99').km).toBe('99'));

  it('is there for every group of occupations', () => {
    expect(SUB_MAJOR.filter((code) => occupationNames(`${code}99`).en.startsWith(code))).toEqual([]);
  });

  it.each(CLASSIFICATION_LANGUAGES)('is in %s what nobody has to read in another language', (language) => {
    const { occupations, educationFields } = classificationsIn(language);
    expect([...occupations, ...educationFields].filter(({ name }) => name.trim().length < 2)).toEqual([]);
    const script = { en: /^\p{Script=Latin}/u, id: /^\p{Script=Latin}/u, km: /^\p{Script=Khmer}/u, th: /^\p{Script=Thai}/u, zh: /^\p{Script=Han}/u }[language];
    expect([...occupations, ...educationFields].filter(({ name }) => !script.test(name))).toEqual([]);
    expect(new Set(occupations.map(({ code }) => code)).size).toBe(occupations.length);
  });
});
