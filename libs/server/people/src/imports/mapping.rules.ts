export const IMPORT_TARGETS = [
  'fullName', 'familyName', 'givenName', 'latinName', 'nickname', 'sex', 'birthDate', 'age', 'nationality', 'language', 'phone', 'documentNumber', 'address', 'externalId',
] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** What one column of the file means. Several columns of one meaning are put together in the order of the file. */
export interface ColumnMapping {
  /** Counted from 0. */
  readonly column: number;
  readonly target: ImportTarget;
}

const NAME_TARGETS: readonly ImportTarget[] = ['fullName', 'familyName', 'givenName'];

export type MappingProblem = 'MAPPING_WITHOUT_NAME' | 'MAPPING_COLUMN_UNKNOWN' | 'MAPPING_COLUMN_TWICE';

export const whyNotMap = (mapping: readonly ColumnMapping[], columns: number): MappingProblem | null => {
  if (mapping.some(({ column }) => column < 0 || column >= columns)) {
    return 'MAPPING_COLUMN_UNKNOWN';
  }
  if (new Set(mapping.map(({ column }) => column)).size < mapping.length) {
    return 'MAPPING_COLUMN_TWICE';
  }
  return mapping.some(({ target }) => NAME_TARGETS.includes(target)) ? null : 'MAPPING_WITHOUT_NAME';
};

/** How registers of the region head their columns, in lower case and without punctuation. */
const HEADINGS: Readonly<Record<ImportTarget, readonly string[]>> = {
  fullName: ['name', 'full name', 'fullname', 'name in khmer', 'name in thai', 'trainee name', 'ឈ្មោះ', 'នាមត្រកូលនិងនាមខ្លួន', 'គោត្តនាមនិងនាម', 'ชื่อ', 'ชื่อสกุล', 'ชื่อนามสกุล', '姓名', 'nama', 'nama lengkap'],
  familyName: ['surname', 'family name', 'last name', 'familyname', 'នាមត្រកូល', 'គោត្តនាម', 'นามสกุล', 'สกุล', '姓', 'nama keluarga'],
  givenName: ['given name', 'givenname', 'first name', 'forename', 'នាមខ្លួន', 'นาม', 'ชื่อตัว', '名', 'nama depan'],
  latinName: ['latin name', 'name in latin', 'name latin', 'english name', 'name in english', 'ឈ្មោះឡាតាំង', 'ឈ្មោះជាអក្សរឡាតាំង', 'ชื่อภาษาอังกฤษ', '英文名', '拼音'],
  nickname: ['nickname', 'ឈ្មោះហៅក្រៅ', 'ชื่อเล่น', '小名', 'nama panggilan'],
  sex: ['sex', 'gender', 'ភេទ', 'เพศ', '性别', 'jenis kelamin'],
  birthDate: ['date of birth', 'birth date', 'birthdate', 'dob', 'born', 'year of birth', 'ថ្ងៃខែឆ្នាំកំណើត', 'ឆ្នាំកំណើត', 'วันเกิด', 'วันเดือนปีเกิด', '出生日期', '出生年月', 'tanggal lahir'],
  age: ['age', 'អាយុ', 'อายุ', '年龄', 'umur', 'usia'],
  nationality: ['nationality', 'citizenship', 'សញ្ជាតិ', 'สัญชาติ', '国籍', 'kewarganegaraan'],
  language: ['language', 'mother tongue', 'ភាសា', 'ภาษา', '语言', 'bahasa'],
  phone: ['phone', 'phone number', 'telephone', 'tel', 'mobile', 'លេខទូរស័ព្ទ', 'ទូរស័ព្ទ', 'เบอร์โทร', 'โทรศัพท์', '电话', '手机', 'telepon', 'no hp', 'nomor telepon'],
  documentNumber: ['id number', 'document number', 'passport', 'passport number', 'national id', 'id card', 'soc sec id', 'អត្តសញ្ញាណប័ណ្ណ', 'លេខអត្តសញ្ញាណប័ណ្ណ', 'เลขบัตรประชาชน', 'เลขประจำตัวประชาชน', '身份证', '身份证号', 'nik', 'no ktp'],
  address: ['address', 'address 1', 'address 2', 'street', 'street number', 'suburb', 'village', 'commune', 'district', 'province', 'state', 'postcode', 'អាសយដ្ឋាន', 'ភូមិ', 'ឃុំ', 'ស្រុក', 'ខេត្ត', 'ที่อยู่', 'ตำบล', 'อำเภอ', 'จังหวัด', '地址', 'alamat', 'desa', 'kecamatan', 'kabupaten'],
  externalId: ['external id', 'register number', 'record id', 'rec id', 'លេខចុះឈ្មោះ', 'เลขทะเบียน', '编号', 'nomor register'],
};

const heading = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** A first guess from the header line, for the user to correct. Only the address is put together from several columns. */
export const suggestMapping = (columns: readonly string[]): ColumnMapping[] => {
  const taken = new Set<ImportTarget>();
  return columns.flatMap((column, place) => {
    const words = heading(column);
    const target = IMPORT_TARGETS.find((name) => HEADINGS[name].some((known) => known === words || known.replaceAll(' ', '') === words.replaceAll(' ', '')));
    if (!target || (taken.has(target) && target !== 'address')) {
      return [];
    }
    taken.add(target);
    return [{ column: place, target }];
  });
};
