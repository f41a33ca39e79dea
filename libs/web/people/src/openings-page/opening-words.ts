/** What an action of the audit did, as far as a reader cares. */
export type Did = 'opened' | 'openedSensitive' | 'copied' | 'changed';

const ABOUT = new Set([
  'person', 'timeline', 'openings', 'note', 'case', 'consent', 'consent-override', 'contact', 'identity-document', 'enrolment', 'placement', 'follow-up', 'concern',
  'screening', 'signal', 'flag', 'caseload', 'certificate', 'task', 'application', 'duplicate', 'break-glass', 'import-row',
]);
/** The audit says the plural where a whole list was opened or stopped. */
const PLURALS: Readonly<Record<string, string>> = { screenings: 'screening', signals: 'signal', 'follow-ups': 'follow-up' };

export const didOf = (action: string): Did => {
  const deed = action.slice(action.indexOf('.') + 1);
  if (deed === 'sensitive-opened') {
    return 'openedSensitive';
  }
  return deed === 'opened' ? 'opened' : ['printed', 'exported'].includes(deed) ? 'copied' : 'changed';
};

/** A translation key below `people.openings.about`; what has no word of its own is "other". */
export const aboutOf = (action: string): string => {
  const [first = ''] = action.split('.');
  const subject = PLURALS[first] ?? first;
  return ABOUT.has(subject) ? subject : 'other';
};
