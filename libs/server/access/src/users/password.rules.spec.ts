import { knownPasswords } from './known-passwords';
import { whyNotPassword } from './password.rules';

describe('a new password', () => {
  let known: ReadonlySet<string>;

  beforeAll(async () => {
    known = await knownPasswords();
  });

  it.each([
    ['PASSWORD_TOO_SHORT', 'eleven char'],
    ['PASSWORD_TOO_EASY', 'aaaaaaaaaaaaaaa'],
    ['PASSWORD_TOO_EASY', 'registrar-2026-long'],
    // As everybody tries it.
    ['PASSWORD_TOO_EASY', '1qaz2wsx3edc'],
    ['PASSWORD_TOO_EASY', 'QwertyUiop123'],
    // As it is written when the first try was refused.
    ['PASSWORD_TOO_EASY', 'Password1234'],
    ['PASSWORD_TOO_EASY', '***Football2026***'],
    ['PASSWORD_TOO_EASY', 'letmeinletmein'],
    ['PASSWORD_TOO_EASY', 'dragondragondragon1'],
    // As somebody who works here would.
    ['PASSWORD_TOO_EASY', 'Sampan-Cambodia-2026'],
    ['PASSWORD_TOO_EASY', 'Ministry.Admin.Jakarta!'],
  ])('is refused as %s: %s', (code, password) => {
    expect(whyNotPassword(password, 'registrar@demo.sampan.example', known)).toMatchObject({ code });
  });

  it.each(['ទូកតូចឆ្លងទន្លេធំ', 'the sampan crosses the river', 'all lower case and long', 'ALL UPPER AND NOTHING ELSE', ' spaces at both ends ', 'x'.repeat(10).concat('a sentence of more than sixty-four letters, which is nothing bad at all')])('may be any other sentence, in any script and of any letters: %s', (password) => {
    expect(whyNotPassword(password, 'registrar@demo.sampan.example', known)).toBeNull();
  });

  it('is compared with many thousands', () => {
    expect(known.size).toBeGreaterThan(40_000);
  });
});
