/**
 * Everything that may be permitted, as data. `<noun>.<verb>`; `fact.*` says which class of fact somebody may see
 * (lists, timelines, search results, exports, notifications and errors alike).
 */
export const PERMISSIONS = [
  'fact.identity', 'fact.please-call', 'fact.protection', 'fact.placement', 'fact.placement-status', 'fact.sensitive', 'fact.concern-reporter',

  'person.read', 'person.register', 'person.update', 'person.import', 'person.merge', 'person.see-document',
  'consent.read', 'consent.record', 'consent.override', 'caseload.read', 'caseload.assign', 'duplicate.decide', 'duplicate.steward',

  'person.break-glass', 'break-glass.review', 'person.who-opened', 'opening-report.read', 'audit.read', 'audit.export', 'audit.retain',

  'programme.read', 'programme.begin', 'programme.write', 'programme.approve', 'cohort.read', 'cohort.write', 'cohort.enrol',
  'enrolment.read', 'enrolment.update', 'session.read', 'session.write', 'register.read', 'register.take', 'register.lock',
  'certificate.read', 'certificate.issue', 'certificate.revoke',

  'employer.read', 'employer.write', 'employer.vet', 'employer.approve', 'vacancy.read', 'vacancy.write', 'application.read', 'application.write',
  'placement.read', 'placement.write', 'follow-up.read', 'follow-up.record', 'concern.read', 'concern.report', 'concern.handle',

  'instrument.read', 'screening.read', 'screening.record', 'signal.read', 'flag.read', 'flag.review',

  'case.read', 'case.open', 'case.update', 'case.assign', 'case.close', 'case.approve', 'plan.write', 'note.read', 'note.write', 'note.read-sensitive',
  'task.read', 'task.write', 'today.read', 'queue.read', 'please-call.read', 'please-call.done',

  'indicator.read', 'release.read', 'release.build', 'release.approve', 'release.publish',

  'user.read', 'user.write', 'user.secure', 'api-token.make', 'role.read', 'organisation.write', 'centre.write', 'holiday.write', 'area.write', 'health.read',
  'centre.read', 'job.read', 'dead-letter.read', 'dead-letter.retry', 'account.use', 'notification.read', 'reference.read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** A class of fact; who may see it is a permission of the same name. */
export type Fact = Extract<Permission, `fact.${string}`>;

export const FACTS = PERMISSIONS.filter((permission): permission is Fact => permission.startsWith('fact.'));
