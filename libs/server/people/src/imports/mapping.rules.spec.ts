import { suggestMapping, whyNotMap } from './mapping.rules';

describe('what columns mean', () => {
  it.each([
    [['Name', 'Sex', 'Date of birth', 'Phone'], ['fullName', 'sex', 'birthDate', 'phone']],
    [['ឈ្មោះ', 'ភេទ', 'ថ្ងៃខែឆ្នាំកំណើត', 'លេខទូរស័ព្ទ'], ['fullName', 'sex', 'birthDate', 'phone']],
    [['ชื่อ-นามสกุล', 'เพศ', 'วันเกิด', 'เลขบัตรประชาชน'], ['fullName', 'sex', 'birthDate', 'documentNumber']],
    [['姓名', '性别', '出生日期', '身份证号'], ['fullName', 'sex', 'birthDate', 'documentNumber']],
    [['Nama Lengkap', 'Jenis Kelamin', 'Tanggal Lahir', 'No. HP'], ['fullName', 'sex', 'birthDate', 'phone']],
  ])('is guessed from %j', (columns, targets) => {
    expect(suggestMapping(columns)).toEqual(targets.map((target, column) => ({ column, target })));
  });

  it('is guessed for the columns of FEBRL, with the address put together', () => {
    const columns = ['rec_id', 'given_name', 'surname', 'street_number', 'address_1', 'address_2', 'suburb', 'postcode', 'state', 'date_of_birth', 'soc_sec_id'];
    expect(suggestMapping(columns).map(({ target }) => target)).toEqual([
      'externalId', 'givenName', 'familyName', 'address', 'address', 'address', 'address', 'address', 'address', 'birthDate', 'documentNumber',
    ]);
  });

  it('leaves out what is unknown, and takes a meaning once', () => {
    expect(suggestMapping(['Shoe size', 'Phone', 'Telephone'])).toEqual([{ column: 1, target: 'phone' }]);
  });

  it.each([
    [[{ column: 0, target: 'fullName' }], null],
    [[{ column: 1, target: 'familyName' }], null],
    [[{ column: 0, target: 'phone' }], 'MAPPING_WITHOUT_NAME'],
    [[], 'MAPPING_WITHOUT_NAME'],
    [[{ column: 2, target: 'fullName' }], 'MAPPING_COLUMN_UNKNOWN'],
    [[{ column: 0, target: 'fullName' }, { column: 0, target: 'phone' }], 'MAPPING_COLUMN_TWICE'],
  ] as const)('%j of two columns: %s', (mapping, problem) => {
    expect(whyNotMap(mapping, 2)).toBe(problem);
  });
});
