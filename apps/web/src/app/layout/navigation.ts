import type { IconName } from '@sampan/web-kit';

export interface NavigationItem {
  readonly text: string;
  readonly hint: string;
  readonly link: string;
  readonly icon: IconName;
  readonly permission: string;
}

export interface NavigationGroup {
  readonly text: string;
  readonly items: readonly NavigationItem[];
}

/** Every place that somebody may go to, as data. An item is shown to those whose permissions include its own. */
export const NAVIGATION: readonly NavigationGroup[] = [
  {
    text: 'shell.group.work',
    items: [
      { text: 'shell.nav.today', hint: 'shell.nav.todayHint', link: '/casework/today', icon: 'calendar', permission: 'today.read' },
      { text: 'shell.nav.queue', hint: 'shell.nav.queueHint', link: '/casework/queue', icon: 'list', permission: 'queue.read' },
      { text: 'shell.nav.flags', hint: 'shell.nav.flagsHint', link: '/casework/flags', icon: 'flag', permission: 'flag.read' },
      { text: 'shell.nav.cases', hint: 'shell.nav.casesHint', link: '/casework/cases', icon: 'case', permission: 'case.read' },
      { text: 'shell.nav.pleaseCall', hint: 'shell.nav.pleaseCallHint', link: '/people/please-call', icon: 'phone', permission: 'please-call.read' },
      { text: 'shell.nav.report', hint: 'shell.nav.reportHint', link: '/placement/concerns/new', icon: 'message', permission: 'concern.report' },
      { text: 'shell.nav.openingReports', hint: 'shell.nav.openingReportsHint', link: '/casework/opening-reports', icon: 'note', permission: 'opening-report.read' },
      { text: 'shell.nav.jobs', hint: 'shell.nav.jobsHint', link: '/admin/jobs', icon: 'clock', permission: 'job.read' },
    ],
  },
  {
    text: 'shell.group.people',
    items: [
      { text: 'shell.nav.people', hint: 'shell.nav.peopleHint', link: '/people', icon: 'people', permission: 'person.read' },
      { text: 'shell.nav.register', hint: 'shell.nav.registerHint', link: '/people/new', icon: 'add', permission: 'person.register' },
      { text: 'shell.nav.imports', hint: 'shell.nav.importsHint', link: '/people/imports', icon: 'upload', permission: 'person.import' },
      { text: 'shell.nav.breakGlass', hint: 'shell.nav.breakGlassHint', link: '/people/break-glass', icon: 'lock', permission: 'person.break-glass' },
      { text: 'shell.nav.breakGlassReview', hint: 'shell.nav.breakGlassReviewHint', link: '/people/break-glass/review', icon: 'shield', permission: 'break-glass.review' },
      { text: 'shell.nav.openings', hint: 'shell.nav.openingsHint', link: '/people/who-opened', icon: 'search', permission: 'person.who-opened' },
      { text: 'shell.nav.duplicates', hint: 'shell.nav.duplicatesHint', link: '/people/duplicates', icon: 'switch', permission: 'duplicate.steward' },
    ],
  },
  {
    text: 'shell.group.training',
    items: [
      { text: 'shell.nav.cohorts', hint: 'shell.nav.cohortsHint', link: '/training/cohorts', icon: 'book', permission: 'cohort.read' },
      { text: 'shell.nav.leftEarly', hint: 'shell.nav.leftEarlyHint', link: '/training/left-early', icon: 'question', permission: 'enrolment.read' },
      { text: 'shell.nav.programmes', hint: 'shell.nav.programmesHint', link: '/training/programmes', icon: 'list', permission: 'programme.read' },
      { text: 'shell.nav.certificates', hint: 'shell.nav.certificatesHint', link: '/training/certificates', icon: 'certificate', permission: 'certificate.read' },
    ],
  },
  {
    text: 'shell.group.placement',
    items: [
      { text: 'shell.nav.employers', hint: 'shell.nav.employersHint', link: '/placement/employers', icon: 'building', permission: 'employer.read' },
      { text: 'shell.nav.vacancies', hint: 'shell.nav.vacanciesHint', link: '/placement/vacancies', icon: 'tool', permission: 'vacancy.read' },
      { text: 'shell.nav.placements', hint: 'shell.nav.placementsHint', link: '/placement/placements', icon: 'hand', permission: 'placement.read' },
      { text: 'shell.nav.followUps', hint: 'shell.nav.followUpsHint', link: '/placement/follow-ups', icon: 'phone', permission: 'follow-up.read' },
      { text: 'shell.nav.concerns', hint: 'shell.nav.concernsHint', link: '/placement/concerns', icon: 'alert', permission: 'concern.read' },
    ],
  },
  {
    text: 'shell.group.ministry',
    items: [
      { text: 'shell.nav.dashboard', hint: 'shell.nav.dashboardHint', link: '/ministry/dashboard', icon: 'chart', permission: 'indicator.read' },
      { text: 'shell.nav.releases', hint: 'shell.nav.releasesHint', link: '/ministry/releases', icon: 'file', permission: 'release.read' },
    ],
  },
  {
    text: 'shell.group.admin',
    items: [
      { text: 'shell.nav.users', hint: 'shell.nav.usersHint', link: '/admin/users', icon: 'user', permission: 'user.read' },
      { text: 'shell.nav.roles', hint: 'shell.nav.rolesHint', link: '/admin/roles', icon: 'shield', permission: 'role.read' },
      { text: 'shell.nav.organisations', hint: 'shell.nav.organisationsHint', link: '/admin/organisations', icon: 'building', permission: 'organisation.write' },
      { text: 'shell.nav.centres', hint: 'shell.nav.centresHint', link: '/admin/centres', icon: 'home', permission: 'centre.write' },
      { text: 'shell.nav.holidays', hint: 'shell.nav.holidaysHint', link: '/admin/holidays', icon: 'calendar', permission: 'holiday.write' },
      { text: 'shell.nav.areas', hint: 'shell.nav.areasHint', link: '/admin/areas', icon: 'list', permission: 'area.write' },
      { text: 'shell.nav.start', hint: 'shell.nav.startHint', link: '/admin/start', icon: 'book', permission: 'programme.begin' },
      { text: 'shell.nav.health', hint: 'shell.nav.healthHint', link: '/admin/health', icon: 'chart', permission: 'health.read' },
      { text: 'shell.nav.audit', hint: 'shell.nav.auditHint', link: '/admin/audit', icon: 'list', permission: 'audit.read' },
      { text: 'shell.nav.deadLetters', hint: 'shell.nav.deadLettersHint', link: '/admin/dead-letters', icon: 'refresh', permission: 'dead-letter.read' },
    ],
  },
];
