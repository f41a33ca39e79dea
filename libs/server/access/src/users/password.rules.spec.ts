import { whyNotPassword } from './password.rules';

describe('a new password', () => {
  it.each([
    ['PASSWORD_TOO_SHORT', 'eleven char'],
    ['PASSWORD_TOO_EASY', 'Password1234'],
    ['PASSWORD_TOO_EASY', 'aaaaaaaaaaaaaaa'],
    ['PASSWORD_TOO_EASY', 'registrar-2026-long'],
  ])('is refused as %s', (code, password) => {
    expect(whyNotPassword(password, 'registrar@demo.sampan.example')).toMatchObject({ code });
  });

  it('may be a sentence in any script', () => {
    expect(whyNotPassword('ទូកតូចឆ្លងទន្លេធំ', 'registrar@demo.sampan.example')).toBeNull();
  });
});
