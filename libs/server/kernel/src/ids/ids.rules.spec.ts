import { newId } from './ids';

describe('an id', () => {
  const ids = Array.from({ length: 2_000 }, newId);

  it('is given once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says when it was made, so that later ones come later, also within one millisecond', () => {
    expect([...ids].sort()).toEqual(ids);
    expect(Number.parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBeGreaterThan(1_700_000_000_000);
  });

  it('is a UUID of version 7 whose last part is chance', () => {
    expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true);
    expect(new Set(ids.map((id) => id.slice(-10))).size).toBe(ids.length);
  });
});
