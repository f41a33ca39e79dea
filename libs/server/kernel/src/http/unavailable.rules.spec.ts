import { unavailabilityOf } from './unavailable';

describe('what keeps the product from serving', () => {
  it.each([
    ['a database that nobody answers for', { code: 'ECONNREFUSED' }, 'DATABASE_UNAVAILABLE'],
    ['a database that is shut down in the middle', { code: '57P01' }, 'DATABASE_UNAVAILABLE'],
    ['a connection that is gone', { message: 'Connection terminated unexpectedly' }, 'DATABASE_UNAVAILABLE'],
    ['a statement that takes too long', { code: '57014' }, 'DATABASE_SLOW'],
    ['a row that somebody holds too long', { code: '55P03' }, 'DATABASE_SLOW'],
    ['no connection left', { message: 'timeout exceeded when trying to connect' }, 'DATABASE_SLOW'],
    ['a full disk of the database', { code: '53100' }, 'DISK_FULL'],
    ['a full disk for files', { code: 'ENOSPC' }, 'DISK_FULL'],
  ])('%s is told by a code, without an address', (_, failure, code) => {
    const told = unavailabilityOf(Object.assign(new Error('connect 10.0.0.7:5432'), failure));
    expect(told).toMatchObject({ kind: 'unavailable', code });
    expect(told?.message).not.toContain('10.0.0.7');
  });

  it.each([[{ code: '23505' }], [{ code: '40001' }], [new TypeError('x is not a function')], ['a word']])('%j is something else', (failure) => {
    expect(unavailabilityOf(failure)).toBeNull();
  });
});
