import { whyNotSupport } from './user-support.rules';

const administrator = { userId: 'a', reach: 'country' } as const;

describe('helping a colleague back into an account', () => {
  it.each([
    ['OWN_ACCOUNT', { id: 'a', reach: 'country', active: true }],
    ['REACHES_FURTHER', { id: 'b', reach: 'all', active: true }],
    ['USER_INACTIVE', { id: 'b', reach: 'centre', active: false }],
  ] as const)('is refused as %s', (code, user) => {
    expect(whyNotSupport(administrator, user)).toMatchObject({ code });
  });

  it('is right for an open account that sees no further', () => {
    expect(whyNotSupport(administrator, { id: 'b', reach: 'country', active: true })).toBeNull();
  });
});
