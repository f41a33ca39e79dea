/** The languages of the screens, each in its own words. */
export const LANGUAGES = [
  { id: 'en', label: 'English' },
  { id: 'km', label: 'ខ្មែរ' },
  { id: 'th', label: 'ไทย' },
  { id: 'zh', label: '中文' },
  { id: 'id', label: 'Bahasa Indonesia' },
] as const;

export type LanguageId = (typeof LANGUAGES)[number]['id'];

/** Calendar and digits are always said: th-TH would write two-digit Buddhist years, my-MM Burmese digits. */
const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-GB-u-ca-gregory-nu-latn',
  km: 'km-KH-u-ca-gregory-nu-latn',
  th: 'th-TH-u-ca-buddhist-nu-latn',
  zh: 'zh-Hans-CN-u-ca-gregory-nu-latn',
  id: 'id-ID-u-ca-gregory-nu-latn',
};

export const localeOf = (language: string): string => LOCALES[language] ?? 'en-GB-u-ca-gregory-nu-latn';
