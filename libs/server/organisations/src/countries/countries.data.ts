import type { Country } from './country.entity';

const country = (code: string, timeZone: string, currency: string, callingCode: string, ageOfMajority: number, names: Record<string, string>): Country => ({
  code, timeZone, currency, callingCode, ageOfMajority, names,
});

/** Codes from ISO 3166-1 and ISO 4217; names from Unicode CLDR. Childhood ends at 18 everywhere here, whatever the civil majority (CRC, art. 1). */
export const COUNTRIES: readonly Country[] = [
  country('KH', 'Asia/Phnom_Penh', 'KHR', '855', 18, { en: 'Cambodia', km: 'កម្ពុជា', th: 'กัมพูชา', zh: '柬埔寨', id: 'Kamboja' }),
  country('TH', 'Asia/Bangkok', 'THB', '66', 18, { en: 'Thailand', km: 'ថៃ', th: 'ไทย', zh: '泰国', id: 'Thailand' }),
  country('LA', 'Asia/Vientiane', 'LAK', '856', 18, { en: 'Laos', km: 'ឡាវ', th: 'ลาว', zh: '老挝', id: 'Laos' }),
  country('VN', 'Asia/Ho_Chi_Minh', 'VND', '84', 18, { en: 'Vietnam', km: 'វៀតណាម', th: 'เวียดนาม', zh: '越南', id: 'Vietnam' }),
  country('MM', 'Asia/Yangon', 'MMK', '95', 18, { en: 'Myanmar', km: 'មីយ៉ាន់ម៉ា', th: 'เมียนมา', zh: '缅甸', id: 'Myanmar' }),
  country('ID', 'Asia/Jakarta', 'IDR', '62', 18, { en: 'Indonesia', km: 'ឥណ្ឌូណេស៊ី', th: 'อินโดนีเซีย', zh: '印度尼西亚', id: 'Indonesia' }),
  country('CN', 'Asia/Shanghai', 'CNY', '86', 18, { en: 'China', km: 'ចិន', th: 'จีน', zh: '中国', id: 'Tiongkok' }),
  country('MY', 'Asia/Kuala_Lumpur', 'MYR', '60', 18, { en: 'Malaysia', km: 'ម៉ាឡេស៊ី', th: 'มาเลเซีย', zh: '马来西亚', id: 'Malaysia' }),
  country('PH', 'Asia/Manila', 'PHP', '63', 18, { en: 'Philippines', km: 'ហ្វីលីពីន', th: 'ฟิลิปปินส์', zh: '菲律宾', id: 'Filipina' }),
];
