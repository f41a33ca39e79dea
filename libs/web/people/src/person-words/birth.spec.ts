import { fromBirth, toBirth } from './birth';
import { mintedId } from './minted-id';

describe('a birth date between the field and the server', () => {
  it.each([
    [{ date: '1996-04-07', precision: 'day' }, '1996-04-07'],
    [{ date: '1996-04', precision: 'month' }, '1996-04-01'],
    [{ date: '1996', precision: 'year' }, '1996-01-01'],
    [{ date: '1996', precision: 'estimated-age' }, '1996-01-01'],
  ] as const)('%j is sent as %s and comes back as it was', (day, date) => {
    const birth = toBirth(day);
    expect(birth).toEqual({ date, precision: day.precision });
    expect(fromBirth(birth)).toEqual(day);
  });

  it('may be nothing', () => expect([toBirth(null), fromBirth(null)]).toEqual([null, null]));
});

describe('an id made on the device', () => {
  it('is a UUID of version 7, and another one each time', () => {
    const [one, other] = [mintedId(), mintedId()];
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(one).not.toBe(other);
  });
});
