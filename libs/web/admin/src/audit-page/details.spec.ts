import { detailsOf } from './details';

describe('the details of a line of the audit', () => {
  it('are told by name, one after another', () => expect(detailsOf({ from: 'planning', to: 'closing', rows: 12 })).toBe('from: planning · to: closing · rows: 12'));

  it('list several things without the marks of a program', () => expect(detailsOf({ fields: ['presentingIssue', 'urgentConcern'] })).toBe('fields: presentingIssue, urgentConcern'));

  it('leave out what was not recorded', () => expect(detailsOf({ centre: null, kind: 'note' })).toBe('kind: note'));

  it('keep what is nested readable', () => expect(detailsOf({ scope: { country: 'KH' }, moved: [{ id: 1 }] })).toBe('scope: {"country":"KH"} · moved: {"id":1}'));
});
