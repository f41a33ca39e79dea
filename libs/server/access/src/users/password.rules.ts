import { ruleBroken, type DomainError } from '@sampan/kernel';

/** NIST SP 800-63B: length matters, composition rules do not; known-bad ones are refused. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

const TOO_COMMON = ['password1234', '123456789012', 'qwertyuiopas', 'sampansampan', 'adminadminadmin', 'letmeinletmein', '111111111111', 'passwordpassword'];

export const whyNotPassword = (password: string, email: string): DomainError | null => {
  if (password.length < SHORTEST_PASSWORD) {
    return ruleBroken('PASSWORD_TOO_SHORT', `A password has at least ${SHORTEST_PASSWORD} characters.`, { least: SHORTEST_PASSWORD });
  }
  const plain = password.toLowerCase();
  if (TOO_COMMON.includes(plain) || plain.includes(email.split('@')[0] ?? email) || new Set(plain).size < 4) {
    return ruleBroken('PASSWORD_TOO_EASY', 'This password is too easy to guess.');
  }
  return null;
};
