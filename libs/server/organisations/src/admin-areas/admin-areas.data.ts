import type { AdminArea } from './admin-area.entity';

const province = (code: string, names: Record<string, string>): AdminArea => ({
  code, country: code.slice(0, 2), level: 1, parentCode: null, names, validFrom: null, validTo: null,
});

/** Provinces by ISO 3166-2. */
export const ADMIN_AREAS: readonly AdminArea[] = [
  province('KH-1', { en: 'Banteay Meanchey', km: 'បន្ទាយមានជ័យ' }),
  province('KH-2', { en: 'Battambang', km: 'បាត់ដំបង' }),
  province('TH-27', { en: 'Sa Kaeo', th: 'สระแก้ว' }),
  province('TH-10', { en: 'Bangkok', th: 'กรุงเทพมหานคร' }),
  province('ID-JB', { en: 'West Java', id: 'Jawa Barat' }),
  province('ID-JT', { en: 'Central Java', id: 'Jawa Tengah' }),
];
