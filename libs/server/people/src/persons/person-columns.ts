import type { Person } from './person.entity';

/** The columns of a person for SQL written by hand, with the person as `p`. Days come as text. */
const COLUMNS: Readonly<Record<keyof Person, string>> = {
  id: 'p.id', centreId: 'p.centre_id', reference: 'p.reference', fullName: 'p.full_name', latinName: 'p.latin_name', givenName: 'p.given_name', familyName: 'p.family_name',
  nickname: 'p.nickname', alsoKnownAs: 'p.also_known_as', sex: 'p.sex', birthDate: 'p.birth_date::text', birthPrecision: 'p.birth_precision', ageInDoubt: 'p.age_in_doubt',
  accompaniedBy: 'p.accompanied_by', guardianImplicated: 'p.guardian_implicated', nationality: 'p.nationality', languages: 'p.languages', education: 'p.education',
  adminAreaCode: 'p.admin_area_code', addressText: 'p.address_text', intakeSource: 'p.intake_source', presentingIssueSealed: 'p.presenting_issue_sealed',
  urgentConcern: 'p.urgent_concern', status: 'p.status', searchText: 'p.search_text', registeredOn: 'p.registered_on::text', registeredBy: 'p.registered_by',
  mergedIntoId: 'p.merged_into_id', createdAt: 'p.created_at', changedAt: 'p.changed_at', version: 'p.version',
};

const selected = (names: readonly (keyof Person)[]): string => names.map((name) => `${COLUMNS[name]} AS "${name}"`).join(', ');

export const WHOLE_PERSON = selected(Object.keys(COLUMNS) as (keyof Person)[]);

const ROW = [
  'id', 'reference', 'fullName', 'latinName', 'givenName', 'familyName', 'nationality', 'sex', 'birthDate', 'birthPrecision', 'ageInDoubt', 'centreId', 'status', 'registeredOn',
] as const satisfies readonly (keyof Person)[];

/** As much of a person as a list shows. */
export type PersonRow = Pick<Person, (typeof ROW)[number]>;

export const PERSON_ROW = selected(ROW);
