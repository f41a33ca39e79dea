import type { Chance } from './chance';
import { BURMESE, CHINESE, JAVANESE, KHMER, SUNDANESE, THAI, VIETNAMESE, type Naming } from './names';
import type { Rows } from './rows';

export interface DemoCentre {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly country: string;
  readonly language: string;
  readonly currency: string;
  /** A usual monthly wage and the legal minimum, in the currency; rounded, of no year in particular. */
  readonly usualWage: number;
  readonly minimumWage: number;
  readonly callingCode: string;
  readonly provinces: readonly string[];
  readonly abroad: readonly string[];
  readonly namings: readonly (readonly [Naming, number])[];
  readonly people: number;
  /** People are registered there and trained elsewhere. */
  readonly intakeOnly?: boolean;
  readonly staff: Staff;
}

export interface Staff {
  readonly registrar: string;
  readonly instructor: string;
  readonly manager: string;
  readonly placementOfficer: string;
  readonly socialWorkers: readonly string[];
  readonly supervisor: string;
}

interface Plan extends Omit<DemoCentre, 'id' | 'organisationId' | 'staff'> {
  readonly operator: string;
  readonly timeZone: string;
  readonly province: string;
  readonly languages: readonly string[];
}

const PLANS: readonly Plan[] = [
  {
    operator: 'Demo Operator Cambodia', name: 'Demo Centre Serei Saophoan', country: 'KH', timeZone: 'Asia/Phnom_Penh', province: 'KH-1', language: 'km', languages: ['km', 'en'],
    currency: 'KHR', usualWage: 1_000_000, minimumWage: 830_000, callingCode: '855', provinces: ['KH-1', 'KH-2'], abroad: ['TH'], people: 1_500,
    namings: [[KHMER, 84], [VIETNAMESE, 8], [CHINESE, 5], [THAI, 3]],
  },
  {
    operator: 'Demo Operator Thailand', name: 'Demo Centre Aranyaprathet', country: 'TH', timeZone: 'Asia/Bangkok', province: 'TH-27', language: 'th', languages: ['th', 'en'],
    currency: 'THB', usualWage: 12_500, minimumWage: 9_500, callingCode: '66', provinces: ['TH-27', 'TH-10'], abroad: ['KH', 'MY'], people: 880,
    namings: [[THAI, 68], [KHMER, 14], [BURMESE, 12], [CHINESE, 4], [VIETNAMESE, 2]],
  },
  {
    operator: 'Demo Operator Indonesia', name: 'Demo Centre Indramayu', country: 'ID', timeZone: 'Asia/Jakarta', province: 'ID-JB', language: 'id', languages: ['id', 'en'],
    currency: 'IDR', usualWage: 3_400_000, minimumWage: 2_500_000, callingCode: '62', provinces: ['ID-JB', 'ID-JT'], abroad: ['MY', 'TH'], people: 580,
    namings: [[JAVANESE, 52], [SUNDANESE, 43], [CHINESE, 5]],
  },
  {
    operator: 'Demo Partner Cambodia', name: 'Demo Intake Point Mongkol Borei', country: 'KH', timeZone: 'Asia/Phnom_Penh', province: 'KH-1', language: 'km', languages: ['km', 'en'],
    currency: 'KHR', usualWage: 1_000_000, minimumWage: 830_000, callingCode: '855', provinces: ['KH-1'], abroad: ['TH'], people: 40, intakeOnly: true,
    namings: [[KHMER, 100]],
  },
];

interface Account {
  readonly name: string;
  readonly roles: readonly string[];
  readonly reach: string;
}

/** Those who can sign in; the centre's people work at the first centre, the others look at its country. */
const ACCOUNTS: readonly Account[] = [
  { name: 'registrar', roles: ['registrar'], reach: 'centre' },
  { name: 'instructor', roles: ['instructor'], reach: 'centre' },
  { name: 'manager', roles: ['manager'], reach: 'centre' },
  { name: 'placement', roles: ['placement-officer'], reach: 'centre' },
  { name: 'socialworker', roles: ['social-worker'], reach: 'caseload' },
  { name: 'supervisor', roles: ['supervisor'], reach: 'centre' },
  { name: 'steward', roles: ['data-steward'], reach: 'country' },
  { name: 'analyst', roles: ['analyst'], reach: 'country' },
  { name: 'approver', roles: ['release-approver'], reach: 'country' },
  { name: 'liaison', roles: ['liaison'], reach: 'country' },
  { name: 'dpo', roles: ['data-protection-officer'], reach: 'country' },
  { name: 'admin', roles: ['administrator'], reach: 'all' },
];

const SIGN_IN_NAMES: Record<string, string> = {
  registrar: 'Sokha Registrar', instructor: 'Vanna Instructor', manager: 'Bora Manager', placement: 'Dara Placement', socialworker: 'Sreymom Social Worker',
  supervisor: 'Sopheak Supervisor', steward: 'Neary Data Steward', analyst: 'Visal Analyst', approver: 'Kosal Approver', liaison: 'Malea Liaison', dpo: 'Chanthy Data Protection', admin: 'Rotha Administrator',
};

/** Nobody's password: colleagues who fill the lists but never sign in. */
const NOBODY = '!';

/** A larger demo has more centres, which are at most so many times as large as the usual ones. */
const LARGEST_SHARE = 4;

export const makePlaces = (rows: Rows, chance: Chance, now: Date, passwordHash: string, share: number): DemoCentre[] => {
  const begun = new Date(now.getTime() - 4 * 365 * 86_400_000);
  const copies = Math.max(1, Math.round(share / LARGEST_SHARE));
  const plans = Array.from({ length: copies }, (_, copy) => PLANS.map((plan) => ({ ...plan, copy }))).flat();
  return plans.map(({ operator, timeZone, province, languages, copy, ...plan }, position) => {
    const [organisationId, id] = [chance.id(begun), chance.id(begun)];
    const numbered = (name: string): string => (copy === 0 ? name : `${name} ${copy + 1}`);
    rows.add('organisation', { id: organisationId, name: numbered(operator), country: plan.country });
    rows.add('centre', { id, organisation_id: organisationId, name: numbered(plan.name), country: plan.country, time_zone: timeZone, admin_area_code: province, languages });
    const user = (email: string, displayName: string, roles: readonly string[], reach: string, hash: string): string => {
      const userId = chance.id(begun);
      rows.add('app_user', {
        id: userId, email, display_name: displayName, password_hash: hash, roles, reach, country: plan.country, organisation_id: organisationId,
        centre_id: reach === 'all' ? null : id, locale: 'en', active: true, created_at: begun.toISOString(), version: 1,
      });
      return userId;
    };
    const [naming] = plan.namings[0]!;
    let colleagues = 0;
    const colleague = (role: string, reach: string): string => {
      colleagues += 1;
      const { latinName } = naming.write(naming.family.length > 0 ? chance.pick(naming.family) : null, chance.pick(naming.female));
      const at = `${plan.country.toLowerCase()}${copy === 0 ? '' : copy + 1}${plan.intakeOnly ? '.intake' : ''}`;
      return user(`colleague${colleagues}.${at}@demo.sampan.example`, latinName, [role], reach, NOBODY);
    };
    const own = position === 0 ? Object.fromEntries(ACCOUNTS.map(({ name, roles, reach }) => [name, user(`${name}@demo.sampan.example`, SIGN_IN_NAMES[name]!, roles, reach, passwordHash)])) : {};
    const staff: Staff = {
      registrar: own['registrar'] ?? colleague('registrar', 'centre'),
      instructor: own['instructor'] ?? colleague('instructor', 'centre'),
      manager: own['manager'] ?? colleague('manager', 'centre'),
      placementOfficer: own['placement'] ?? colleague('placement-officer', 'centre'),
      socialWorkers: [own['socialworker'] ?? colleague('social-worker', 'caseload'), colleague('social-worker', 'caseload'), colleague('social-worker', 'caseload')],
      supervisor: own['supervisor'] ?? colleague('supervisor', 'centre'),
    };
    return { ...plan, name: numbered(plan.name), id, organisationId, staff, people: Math.max(40, Math.round((plan.people * share) / copies)) };
  });
};
