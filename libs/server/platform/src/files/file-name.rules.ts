/** Steering signs: line ends, U+0000, and those that turn the direction of reading around, so that `gpj.exe` reads as a picture. */
const STEERING = /[\p{Cc}\p{Cf}\p{Surrogate}]/gu;
const LONGEST = 200;

/**
 * The name that somebody's device gave to a file, as it may be shown. It is never a path and never a header: files lie under
 * their id and are downloaded under a name of ours.
 * @param sent as it came with the form, whose UTF-8 is read as Latin-1 on the way
 */
export const shownFileName = (sent: string): string => {
  const name = Buffer.from(sent, 'latin1').toString('utf8').replace(STEERING, '').trim();
  // The end of a long name, which says what kind of file it is. Not in the middle of a letter.
  return [...name].slice(-LONGEST).join('') || '-';
};
