import { BEGINNINGS, whyNotBegin } from './beginning.rules';

describe('a centre that is closed', () => {
  it.each(BEGINNINGS)('refuses a new %s with one code', (beginning) => {
    expect(whyNotBegin('2026-03-01', beginning)).toMatchObject({ kind: 'rule-broken', code: 'CENTRE_CLOSED', details: { beginning, closedOn: '2026-03-01' } });
    expect(whyNotBegin(null, beginning)).toBeNull();
  });
});
