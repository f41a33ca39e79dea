import { createHash } from 'node:crypto';
import { canonicalEntry, canonicalJson, EntriesDigest, hashOfEntry, hashOfSeal, type SealableEntry } from './audit-digest.rules';

const ENTRY: SealableEntry = {
  id: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a4b', at: '2026-03-02T03:00:00.000001Z', viewerId: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a4c', action: 'person.opened', subjectType: 'person',
  subjectId: null, personId: null, centreId: null, requestId: 'r', details: { b: 1, a: 'ក' },
};

describe('the canonical form of an audit entry', () => {
  it('is one JSON list, keys of objects in order, so that any tool makes the same text of an export', () => {
    expect(canonicalEntry(ENTRY)).toBe(
      '["sampan-audit-1","0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a4b","2026-03-02T03:00:00.000001Z","0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a4c","person.opened","person",null,null,null,"r",{"a":"ក","b":1}]',
    );
    expect(hashOfEntry(ENTRY)).toEqual(createHash('sha256').update(canonicalEntry(ENTRY)).digest());
  });

  it.each([
    [{ a: { d: 1, c: [{ f: 1, e: 2 }] } }, '{"a":{"c":[{"e":2,"f":1}],"d":1}}'],
    [[undefined, null, 'x'], '[null,null,"x"]'],
    [{}, '{}'],
  ])('of %j is %s', (value, text) => expect(canonicalJson(value)).toBe(text));

  it.each(Object.keys(ENTRY) as (keyof SealableEntry)[])('has another hash when %s is another', (field) => {
    expect(hashOfEntry({ ...ENTRY, [field]: 'another' }).equals(hashOfEntry(ENTRY))).toBe(false);
  });
});

describe('the digest of a batch', () => {
  const digestOf = (...hashes: string[]): string => {
    const digest = new EntriesDigest();
    hashes.forEach((hash) => digest.add(Buffer.from(hash, 'hex')));
    return digest.toHex();
  };

  it('is that of the hashes one after the other, and depends on their order', () => {
    expect(digestOf('aa', 'bb')).toBe(createHash('sha256').update(Buffer.from('aabb', 'hex')).digest('hex'));
    expect(digestOf('bb', 'aa')).not.toBe(digestOf('aa', 'bb'));
  });
});

describe('the hash of a seal', () => {
  const at = new Date('2026-03-02T03:00:00Z');
  const seal = { number: 2, kind: 'change', fromAt: at, toAt: at, entries: 1, entriesDigest: 'd', previousHash: 'p', sealedAt: at, horizon: '7', cluster: 'c', caughtUp: true };

  it.each([
    { number: 3 }, { kind: 'opening' }, { fromAt: new Date(0) }, { toAt: new Date(0) }, { entries: 2 }, { entriesDigest: 'e' }, { previousHash: 'q' },
    { sealedAt: new Date(0) }, { horizon: '8' }, { cluster: 'd' }, { caughtUp: false },
  ])('is another with %j', (change) => expect(hashOfSeal({ ...seal, ...change })).not.toBe(hashOfSeal(seal)));
});
