import { harmOf } from './harmless-input.rules';

const nested = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 'x');

describe('input as such', () => {
  it('is let in when it is text, numbers and lists of any script', () => {
    expect(harmOf({ name: 'សុខ ដារ៉ា 🚢', tags: ['a', 1, null, true], place: { code: 'KH-12' } })).toBeNull();
    expect(harmOf(undefined)).toBeNull();
  });

  it.each(['{"__proto__":{"admin":true}}', '{"a":[{"constructor":{"prototype":1}}]}', '{"a":{"prototype":1}}'])('is refused with a name of the language in it: %s', (json) => {
    expect(harmOf(JSON.parse(json))).toMatchObject({ code: 'FIELD_NAME_REFUSED' });
  });

  it('is refused in the form of a query too, whose object has no prototype', () => {
    expect(harmOf(Object.assign(Object.create(null) as object, { constructor: 'x' }))).toMatchObject({ code: 'FIELD_NAME_REFUSED' });
  });

  it.each(['a\u0000b', '\ud800', 'x\udc00'])('is refused with a text that no database keeps: %j', (text) => {
    expect(harmOf({ a: [text] })).toMatchObject({ code: 'TEXT_UNREADABLE' });
    expect(harmOf({ [text]: 1 })).toMatchObject({ code: 'TEXT_UNREADABLE' });
    expect(harmOf(text)).toMatchObject({ code: 'TEXT_UNREADABLE' });
  });

  it('is refused when it is nested without end, without ending us', () => {
    expect(harmOf(nested(20))).toBeNull();
    expect(harmOf(nested(21))).toMatchObject({ code: 'TOO_DEEP' });
    expect(harmOf(nested(200_000))).toMatchObject({ code: 'TOO_DEEP' });
  });
});
