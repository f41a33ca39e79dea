import { shownStatement, verbOf } from './statement.rules';

describe('a statement in a trace', () => {
  it.each([
    ['SELECT id\n   FROM person WHERE id = $1', 'SELECT id FROM person WHERE id = $1'],
    [`SELECT 1 WHERE name = 'Sok Dara' AND note = 'it''s hers'`, `SELECT 1 WHERE name = '…' AND note = '…'`],
  ])('shows its text and no value: %s', (text, shown) => {
    expect(shownStatement(text)).toBe(shown);
  });

  it('ends', () => {
    expect(shownStatement(`SELECT ${'x, '.repeat(10_000)}1`)).toHaveLength(1_001);
  });

  it('is called by its verb', () => {
    expect(verbOf('\n  with row as (select 1) select 2')).toBe('WITH');
  });
});
