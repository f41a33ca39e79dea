import { aboutOf, didOf } from './opening-words';

describe('what somebody did to a file', () => {
  it.each([
    ['person.opened', 'opened', 'person'],
    ['note.sensitive-opened', 'openedSensitive', 'note'],
    ['signals.opened', 'opened', 'signal'],
    ['case.opened', 'opened', 'case'],
    ['case.begun', 'changed', 'case'],
    ['concern.sensitive-opened', 'openedSensitive', 'concern'],
    ['certificate.printed', 'copied', 'certificate'],
    ['contact.changed', 'changed', 'contact'],
    ['follow-ups.stopped', 'changed', 'follow-up'],
    ['something.new', 'changed', 'other'],
    ['constructor.opened', 'opened', 'other'],
  ])('%s: %s, %s', (action, did, about) => expect([didOf(action), aboutOf(action)]).toEqual([did, about]));
});
