import { decodeCursor, encodeCursor } from './paging';

const ID = '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a05';
const made = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

describe('a cursor', () => {
  it('leads back to where it was made', () => {
    expect(decodeCursor(encodeCursor('previous', ['2026-01-05T10:00:00.000Z', ID]), 'moment', 'id')).toEqual({ direction: 'previous', key: ['2026-01-05T10:00:00.000Z', ID] });
    expect(decodeCursor(undefined, 'id')).toBeNull();
  });

  it.each([
    ['of another list', made([1, 'Sok Dara', ID])],
    ['with a part too few', made([1, ID])],
    ['with a part too many', made([1, '2026-01-05T10:00:00Z', ID, ID])],
    ['with an id that is none', made([1, '2026-01-05T10:00:00Z', 'x'])],
    ['of a day that does not exist', made([1, '2026-02-30T99:00:00Z', ID])],
    ['of the year that never was', made([1, '0000-01-01T00:00:00Z', ID])],
    ['of nothing', made([1, null, null])],
    ['without a direction', made(['2026-01-05T10:00:00Z', ID])],
    ['that is an object', made({ direction: 1 })],
    ['that is no text of ours', 'x'],
  ])('%s is refused before it reaches the database', (_, cursor) => {
    expect(() => decodeCursor(cursor, 'moment', 'id')).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }));
  });

  it('keeps signs from the database that it cannot keep', () => {
    expect(() => decodeCursor(made([1, 'a\0b', ID]), 'text', 'id')).toThrow();
    expect(() => decodeCursor(made([1, '2026-02-30', ID]), 'day', 'id')).toThrow();
    expect(() => decodeCursor(made([1, '7', ID]), 'number', 'id')).toThrow();
    expect(() => decodeCursor(made([1, 1.5]), 'count')).toThrow();
  });
});
