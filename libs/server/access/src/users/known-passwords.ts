/**
 * The 49,000 passwords that are found most often among those that became public. Read when somebody chooses one, which is seldom.
 * They say nothing about scripts other than Latin.
 */
export const knownPasswords = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].map(String));
};
