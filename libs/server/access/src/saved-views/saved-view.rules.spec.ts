import { LIST_KEYS, LIST_RULES, whyNotKeep } from './saved-view.rules';

describe('a saved view', () => {
  it('keeps the known filters of its list', () => {
    expect(whyNotKeep('cases', { owner: 'mine', stage: 'in-progress', open: true })).toBeNull();
    expect(whyNotKeep('people', { status: '', centre: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a02' })).toBeNull();
  });

  it.each([
    ['the name that was searched', 'people', { text: 'sok' }],
    ['the name of an employer, who may be a person', 'employers', { name: 'sok dara' }],
    ['one person’s placements', 'placements', { personId: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a02' }],
    ['a name in the place of a code', 'cases', { stage: 'Sok Dara' }],
    ['a name in another script', 'cases', { stage: 'សុខ' }],
    ['something nested', 'cases', { stage: { name: 'sok' } }],
    ['what every object has', 'cases', { constructor: 'mine' }],
  ] as const)('does not keep %s', (_, list, state) => {
    expect(whyNotKeep(list, state)?.code).toBe('VIEW_FILTER_UNKNOWN');
  });

  it('names the filters that it refuses, and not their values', () => {
    expect(whyNotKeep('people', { text: 'sok', status: 'active' })?.details).toEqual({ filters: ['text'] });
  });

  it('never has a filter that holds what somebody types', () => {
    for (const list of LIST_KEYS) {
      expect(LIST_RULES[list].filters.filter((filter) => /text|name|search|person/i.test(filter))).toEqual([]);
    }
  });
});
