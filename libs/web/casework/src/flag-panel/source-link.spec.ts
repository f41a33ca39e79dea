import { sourceLink } from './source-link';

const anything = () => true;
const nothing = () => false;

describe('the source of a fact', () => {
  it.each([
    ['screening', ['/casework/people', 'person', 'screening']],
    ['placement', ['/placement/placements', 'source']],
    ['labour-concern', ['/placement/concerns', 'source']],
    ['session', null],
  ])('of type "%s" is at %j', (type, link) => {
    expect(sourceLink({ type, id: 'source' }, 'person', anything)).toEqual(link);
  });

  it('is no link for somebody who would be turned back there', () => {
    expect(sourceLink({ type: 'placement', id: 'source' }, 'person', nothing)).toBeNull();
    expect(sourceLink({ type: 'screening', id: 'source' }, 'person', nothing)).toBeNull();
  });
});
