import { ownPath, vouchesForSecondStep } from './provider-sign-in.rules';

describe('the way back from the identity provider', () => {
  it.each([
    ['/people?state=active', '/people?state=active'],
    ['/', undefined],
    ['/', '//evil.example/x'],
    ['/', '/\\evil.example'],
    ['/', 'https://evil.example'],
    ['/', 'javascript:alert(1)'],
  ])('is %s for %s', (path, back) => {
    expect(ownPath(back, 'https://sampan.example')).toBe(path);
  });
});

describe('a second step at the identity provider', () => {
  const claims = { issuer: 'i', subject: 's', verifiedEmail: null, methods: ['pwd', 'mfa'] };

  it('counts only where the operator trusts its name', () => {
    expect(vouchesForSecondStep(claims, [])).toBe(false);
    expect(vouchesForSecondStep(claims, ['otp'])).toBe(false);
    expect(vouchesForSecondStep(claims, ['otp', 'mfa'])).toBe(true);
  });
});
