import { whyNotMove } from '@sampan/kernel';
import { mayBeEdited, mayBeTaught, PROGRAMME_VERSION_STATES, PROGRAMME_VERSION_TRANSITIONS } from './programme-version.rules';

describe('a programme version', () => {
  it.each([
    ['draft', ['approved']],
    ['approved', ['published']],
    ['published', ['retired']],
    ['retired', []],
  ] as const)('from %s may only become %j', (from, allowed) => {
    const possible = PROGRAMME_VERSION_STATES.filter((to) => whyNotMove(PROGRAMME_VERSION_TRANSITIONS, from, to) === null);
    expect(possible).toEqual(allowed);
  });

  it('is taught only once published, and edited only as a draft', () => {
    expect(PROGRAMME_VERSION_STATES.filter(mayBeTaught)).toEqual(['published']);
    expect(PROGRAMME_VERSION_STATES.filter(mayBeEdited)).toEqual(['draft']);
  });
});
