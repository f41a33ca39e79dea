import type { AdminArea } from './admin-area.entity';
import provinces from './provinces.data.json';

/**
 * Provinces by ISO 3166-2, in English and in the language of the place. Viet Nam stands as before the mergers of 2025, for which
 * ISO has no codes yet; the Philippines by region. An operator corrects what has changed.
 */
export const ADMIN_AREAS: readonly AdminArea[] = provinces.map(({ code, en, language, local }) => ({
  code,
  country: code.slice(0, 2),
  level: 1,
  parentCode: null,
  names: { en, [language]: local },
  validFrom: null,
  validTo: null,
}));
