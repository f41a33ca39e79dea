import fc from 'fast-check';

/** What an attacker, a broken client or a cat on the keyboard sends instead of a value. */
const WORDS = [
  '', ' ', '\u0000', 'a\u0000b', '\u200b', '\ufeff', '\u202egnirts', '\ud800', '🚢'.repeat(50), 'សុខ​ដារ៉ា', 'นายสมชาย', '王小明', 'null', 'undefined', 'NaN', 'true', '-1', '0', '1e309',
  '9999999999999999999', '00000000-0000-0000-0000-000000000000', 'not-a-uuid', '2569-10-11', '11/10/2569', '2026-02-31', '0000-00-00', '9999-12-31', '-000001-01-01T00:00:00Z', '2026-03-02T25:61:61Z',
  '../../../../etc/passwd', '..%2f..%2fetc%2fpasswd', '%00', '%', '%zz', 'C:\\Windows\\win.ini', "' OR 1=1 --", '"; DROP TABLE person; --', '$1', '\\', '%_%', '=HYPERLINK("http://x.example")', '@SUM(1)', '+cmd|1',
  '<script>alert(1)</script>', '{{constructor.constructor("return process")()}}', '${7*7}', 'http://169.254.169.254/latest/meta-data', 'file:///etc/passwd', 'javascript:alert(1)', 'x\r\nSet-Cookie: a=b',
  `${'a'.repeat(60)}!`, '(a+)+$', 'x'.repeat(10_000), '1'.repeat(400), '[object Object]', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
] as const;
const NUMBERS = [0, -0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, Number.MAX_VALUE, 1e-320] as const;

/** So many levels inside each other. */
const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], null);

/** @param trap an address that nobody has a reason to ask for anything */
export const hostileValue = (trap: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<unknown>(...WORDS, trap, `<img src="${trap}">`) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(...NUMBERS) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 1 }, { $ne: null }, { toString: 'x' }, { constructor: { prototype: { admin: true } } }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(deep(60), Array.from({ length: 3000 }, () => 0), Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index]))) },
  );

/** One thing done to a request that was valid. `at` chooses the place, whatever the request's size. */
export type Fault =
  | { readonly kind: 'body-value' | 'body-extra' | 'query' | 'path' | 'header'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'body-missing'; readonly at: number }
  | { readonly kind: 'body-raw'; readonly text: string; readonly type: string };

export const fault = (trap: string): fc.Arbitrary<Fault> => {
  const valued = (kind: 'body-value' | 'body-extra' | 'query' | 'path' | 'header', weight: number) => ({
    weight,
    arbitrary: fc.record({ kind: fc.constant(kind), at: fc.nat(1000), value: hostileValue(trap) }),
  });
  return fc.oneof(
    valued('body-value', 8), valued('body-extra', 2), valued('query', 4), valued('path', 3), valued('header', 1),
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('body-missing' as const), at: fc.nat(1000) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('body-raw' as const),
        text: fc.constantFrom('', '{', '[1,', 'null', '"text"', '[]', '{"a":1}}', `{"a":${'['.repeat(5000)}`, '{"__proto__":{"admin":true}}', 'a=b&c=d', '\u0000', 'x'.repeat(2_000_000)),
        type: fc.constantFrom('application/json', 'application/json; charset=utf-7', 'text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=x', ''),
      }),
    },
  );
};
