import type { Permission, Reach } from '@sampan/kernel';

/** The table "who sees which fact" of the model, as data: what each role may do, everywhere in the product. */
const EVERYBODY: readonly Permission[] = ['account.use', 'notification.read', 'reference.read', 'centre.read', 'job.read'];

const CENTRE_STAFF: readonly Permission[] = [
  ...EVERYBODY,
  'fact.identity', 'fact.please-call', 'fact.placement-status',
  'person.read', 'consent.read', 'programme.read', 'cohort.read', 'enrolment.read', 'session.read', 'register.read', 'certificate.read',
  'please-call.read', 'please-call.done', 'concern.report',
];

const REGISTRAR: readonly Permission[] = [
  ...CENTRE_STAFF,
  'person.register', 'person.update', 'person.import', 'person.see-document', 'consent.record', 'duplicate.decide', 'caseload.read',
  'cohort.enrol', 'enrolment.update',
];

const INSTRUCTOR: readonly Permission[] = [...CENTRE_STAFF, 'register.take', 'session.write'];

const MANAGER: readonly Permission[] = [
  ...new Set<Permission>([
    ...REGISTRAR, ...INSTRUCTOR,
    'programme.begin', 'programme.write', 'cohort.write', 'register.lock', 'certificate.issue', 'certificate.revoke', 'user.read', 'api-token.make', 'holiday.write',
  ]),
];

const PLACEMENT_OFFICER: readonly Permission[] = [
  ...CENTRE_STAFF,
  'fact.placement',
  'employer.read', 'employer.write', 'employer.vet', 'vacancy.read', 'vacancy.write', 'application.read', 'application.write',
  'placement.read', 'placement.write', 'follow-up.read', 'follow-up.record', 'consent.record',
  'concern.read', 'concern.handle', 'fact.concern-reporter',
];

const SOCIAL_WORKER: readonly Permission[] = [
  ...EVERYBODY,
  'fact.identity', 'fact.please-call', 'fact.protection', 'fact.placement', 'fact.placement-status', 'fact.sensitive',
  'person.read', 'person.register', 'person.update', 'person.see-document', 'consent.read', 'consent.record', 'duplicate.decide', 'caseload.read',
  'programme.read', 'cohort.read', 'enrolment.read', 'session.read', 'certificate.read',
  'placement.read', 'follow-up.read', 'follow-up.record', 'concern.report', 'employer.read', 'vacancy.read',
  'concern.read', 'concern.handle', 'fact.concern-reporter',
  'instrument.read', 'screening.read', 'screening.record', 'signal.read', 'flag.read', 'flag.review',
  'case.read', 'case.open', 'case.update', 'case.close', 'plan.write', 'note.read', 'note.write', 'note.read-sensitive',
  'task.read', 'task.write', 'today.read', 'please-call.read', 'please-call.done', 'person.break-glass',
];

const SUPERVISOR: readonly Permission[] = [
  ...SOCIAL_WORKER,
  'consent.override', 'caseload.assign', 'case.assign', 'case.approve', 'queue.read', 'user.read',
  'employer.approve', 'application.read', 'programme.approve', 'break-glass.review', 'person.who-opened', 'opening-report.read',
];

const STEWARD: readonly Permission[] = [
  ...EVERYBODY, 'fact.identity', 'person.read', 'person.update', 'person.see-document', 'consent.read', 'duplicate.decide', 'duplicate.steward', 'person.merge',
];

const ANALYST: readonly Permission[] = [...EVERYBODY, 'indicator.read', 'release.read', 'release.build', 'api-token.make'];

const APPROVER: readonly Permission[] = [...EVERYBODY, 'indicator.read', 'release.read', 'release.approve', 'release.publish'];

const LIAISON: readonly Permission[] = [...EVERYBODY, 'indicator.read'];

const ADMINISTRATOR: readonly Permission[] = [
  ...EVERYBODY,
  'user.read', 'user.write', 'user.secure', 'api-token.make', 'role.read', 'organisation.write', 'centre.write', 'holiday.write', 'area.write', 'health.read',
  'dead-letter.read', 'dead-letter.retry', 'programme.read', 'programme.begin', 'programme.approve', 'instrument.read', 'indicator.read', 'audit.read',
];

/** Looks at who looked, and at nothing else: no file, no case, no list of people. */
const DATA_PROTECTION_OFFICER: readonly Permission[] = [
  ...EVERYBODY, 'user.read', 'role.read', 'person.who-opened', 'break-glass.review', 'audit.read', 'audit.export', 'audit.retain',
];

export const ROLES = {
  registrar: REGISTRAR,
  instructor: INSTRUCTOR,
  manager: MANAGER,
  'placement-officer': PLACEMENT_OFFICER,
  'social-worker': SOCIAL_WORKER,
  supervisor: SUPERVISOR,
  'data-steward': STEWARD,
  analyst: ANALYST,
  'release-approver': APPROVER,
  liaison: LIAISON,
  'data-protection-officer': DATA_PROTECTION_OFFICER,
  administrator: ADMINISTRATOR,
} as const satisfies Record<string, readonly Permission[]>;

export type RoleCode = keyof typeof ROLES;

export const ROLE_CODES = Object.keys(ROLES) as RoleCode[];

/** How far each role may see. Nobody with several roles sees further than the narrowest of them. */
export const REACHES_OF: Readonly<Record<RoleCode, readonly Reach[]>> = {
  registrar: ['centre'],
  instructor: ['centre'],
  manager: ['centre'],
  'placement-officer': ['centre'],
  'social-worker': ['caseload'],
  supervisor: ['centre', 'organisation'],
  'data-steward': ['centre', 'organisation', 'country'],
  analyst: ['organisation', 'country', 'all'],
  'release-approver': ['organisation', 'country', 'all'],
  liaison: ['organisation', 'country', 'all'],
  'data-protection-officer': ['organisation', 'country', 'all'],
  administrator: ['organisation', 'country', 'all'],
};

/** Roles of the second pair of eyes: nobody approves what they prepare. */
export const SECOND_PAIRS_OF_EYES: readonly (readonly [RoleCode, RoleCode])[] = [['analyst', 'release-approver']];

/** Whoever sees everybody's file, decides alone, or opens doors for others takes a second step when signing in, where the installation asks for it. */
export const ROLES_WITH_SECOND_FACTOR: readonly RoleCode[] = ['administrator', 'supervisor', 'data-steward', 'release-approver', 'data-protection-officer'];

/** Everything that the roles together permit. Unknown roles permit nothing. Every request asks, and who asks has mostly been read once. */
export const permissionsOf = (roles: readonly string[]): ReadonlySet<Permission> => {
  const known = permitted.get(roles) ?? new Set(roles.flatMap((role) => (Object.hasOwn(ROLES, role) ? ROLES[role as RoleCode] : [])));
  permitted.set(roles, known);
  return known;
};

const permitted = new WeakMap<readonly string[], ReadonlySet<Permission>>();
