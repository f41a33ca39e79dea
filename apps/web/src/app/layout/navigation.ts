import type { IconName } from '@sampan/web-kit';

export interface NavigationItem {
  readonly text: string;
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
      { text: 'shell.nav.today', link: '/casework/today', icon: 'calendar', permission: 'today.read' },
      { text: 'shell.nav.queue', link: '/casework/queue', icon: 'list', permission: 'queue.read' },
      { text: 'shell.nav.flags', link: '/casework/flags', icon: 'flag', permission: 'flag.read' },
      { text: 'shell.nav.cases', link: '/casework/cases', icon: 'case', permission: 'case.read' },
      { text: 'shell.nav.pleaseCall', link: '/people/please-call', icon: 'phone', permission: 'please-call.read' },
    ],
  },
  {
    text: 'shell.group.people',
    items: [
      { text: 'shell.nav.people', link: '/people', icon: 'people', permission: 'person.read' },
      { text: 'shell.nav.register', link: '/people/new', icon: 'add', permission: 'person.register' },
      { text: 'shell.nav.imports', link: '/people/imports', icon: 'upload', permission: 'person.import' },
      { text: 'shell.nav.duplicates', link: '/people/duplicates', icon: 'switch', permission: 'duplicate.decide' },
    ],
  },
  {
    text: 'shell.group.training',
    items: [
      { text: 'shell.nav.cohorts', link: '/training/cohorts', icon: 'book', permission: 'cohort.read' },
      { text: 'shell.nav.programmes', link: '/training/programmes', icon: 'list', permission: 'programme.read' },
      { text: 'shell.nav.certificates', link: '/training/certificates', icon: 'certificate', permission: 'certificate.read' },
    ],
  },
  {
    text: 'shell.group.placement',
    items: [
      { text: 'shell.nav.employers', link: '/placement/employers', icon: 'building', permission: 'employer.read' },
      { text: 'shell.nav.vacancies', link: '/placement/vacancies', icon: 'tool', permission: 'vacancy.read' },
      { text: 'shell.nav.placements', link: '/placement/placements', icon: 'hand', permission: 'placement.read' },
      { text: 'shell.nav.followUps', link: '/placement/follow-ups', icon: 'phone', permission: 'follow-up.read' },
      { text: 'shell.nav.concerns', link: '/placement/concerns', icon: 'alert', permission: 'concern.read' },
    ],
  },
  {
    text: 'shell.group.ministry',
    items: [
      { text: 'shell.nav.dashboard', link: '/ministry/dashboard', icon: 'chart', permission: 'indicator.read' },
      { text: 'shell.nav.releases', link: '/ministry/releases', icon: 'file', permission: 'release.read' },
    ],
  },
  {
    text: 'shell.group.admin',
    items: [
      { text: 'shell.nav.users', link: '/admin/users', icon: 'user', permission: 'user.read' },
      { text: 'shell.nav.jobs', link: '/admin/jobs', icon: 'clock', permission: 'job.read' },
      { text: 'shell.nav.deadLetters', link: '/admin/dead-letters', icon: 'refresh', permission: 'dead-letter.read' },
    ],
  },
];
