/**
 * Thai to Latin after the Royal Institute's table (RTGS, 1999), with the parts of names that everybody writes
 * differently listed by hand. Thai writes no inherent vowel and no word break, so a rule can only come close.
 */
const ONSET: Readonly<Record<string, string>> = {
  ก: 'k', ข: 'kh', ฃ: 'kh', ค: 'kh', ฅ: 'kh', ฆ: 'kh', ง: 'ng', จ: 'ch', ฉ: 'ch', ช: 'ch', ซ: 's', ฌ: 'ch', ญ: 'y', ฎ: 'd', ฏ: 't',
  ฐ: 'th', ฑ: 'th', ฒ: 'th', ณ: 'n', ด: 'd', ต: 't', ถ: 'th', ท: 'th', ธ: 'th', น: 'n', บ: 'b', ป: 'p', ผ: 'ph', ฝ: 'f', พ: 'ph',
  ฟ: 'f', ภ: 'ph', ม: 'm', ย: 'y', ร: 'r', ล: 'l', ว: 'w', ศ: 's', ษ: 's', ส: 's', ห: 'h', ฬ: 'l', อ: '', ฮ: 'h', ฤ: 'ri',
};
const CODA: Readonly<Record<string, string>> = {
  ก: 'k', ข: 'k', ค: 'k', ฆ: 'k', ง: 'ng', จ: 't', ช: 't', ซ: 't', ฎ: 't', ฏ: 't', ฐ: 't', ฑ: 't', ฒ: 't', ด: 't', ต: 't', ถ: 't', ท: 't',
  ธ: 't', ศ: 't', ษ: 't', ส: 't', ญ: 'n', ณ: 'n', น: 'n', ร: 'n', ล: 'n', ฬ: 'n', บ: 'p', ป: 'p', พ: 'p', ฟ: 'p', ภ: 'p', ม: 'm', ย: 'i', ว: 'o',
};

/** Parts of names whose unwritten vowels no rule can know. */
const KNOWN: Readonly<Record<string, string>> = {
  ธน: 'thana', วร: 'wora', นภ: 'napha', ณัฐ: 'nattha', อน: 'ana', ชน: 'chana', กมล: 'kamon', จักร: 'chak', ศักดิ์: 'sak', พงษ์: 'phong',
  พงศ์: 'phong', เสริฐ: 'sert', ศรี: 'sri', ทรง: 'song', ทราย: 'sai', สวัสดิ์: 'sawat', รัตน์: 'rat', รัตนา: 'rattana', กัลยา: 'kanlaya', สุวรรณ: 'suwan',
  วรรณ: 'wan', วรรณา: 'wanna', จันทร์: 'chan', อินทร์: 'in', เพชร: 'phet', บุตร: 'but', มิตร: 'mit', ชาติ: 'chat', ญาติ: 'yat', เกียรติ: 'kiat', สมบัติ: 'sombat', พิพัฒน์: 'phiphat',
};
const KNOWN_PARTS = Object.keys(KNOWN).sort((one, other) => other.length - one.length);

/** A known part that goes on with a vowel, or as รร, was read wrongly. */
const CONTINUES = /^.[ะ-ู็-๎]|^รร/u;

const CONSONANT = 'ก-ฮ';
const ONSETS = `(?:[กขคตปผพ][รลว](?=[ะ-ู])|ห[งญนมยรลว](?=[ะ-ู]|[${CONSONANT}])|[${CONSONANT}])`;
/** A consonant closes a syllable unless it carries a vowel of its own. */
const FINAL = `([${CONSONANT}](?![ะ-ูๅ]))?`;
/** After a vowel written in front, ว belongs to the onset only when another consonant closes: แขวง, but แก้ว. */
const LEADING_ONSETS = `(?:[กขคตปผพ][รล]|[กขค]ว(?=[${CONSONANT}](?![ะ-ูๅ]))|ห[งญนมยรลว]|[${CONSONANT}])`;

interface Pattern {
  readonly shape: RegExp;
  readonly vowel: string;
}

const shape = (source: string): RegExp => new RegExp(`^${source}`, 'u');
const PATTERNS: readonly Pattern[] = [
  { shape: shape(`เ(${LEADING_ONSETS})ือ${FINAL}`), vowel: 'uea' },
  { shape: shape(`เ(${LEADING_ONSETS})ีย${FINAL}`), vowel: 'ia' },
  { shape: shape(`เ(${LEADING_ONSETS})ิ${FINAL}`), vowel: 'oe' },
  { shape: shape(`เ(${LEADING_ONSETS})าะ`), vowel: 'o' },
  { shape: shape(`เ(${LEADING_ONSETS})า`), vowel: 'ao' },
  { shape: shape(`เ(${LEADING_ONSETS})ย(?![ะ-ู])`), vowel: 'oei' },
  { shape: shape(`เ(${LEADING_ONSETS})อ${FINAL}`), vowel: 'oe' },
  { shape: shape(`เ(${LEADING_ONSETS})ะ?${FINAL}`), vowel: 'e' },
  { shape: shape(`แ(${LEADING_ONSETS})ะ?${FINAL}`), vowel: 'ae' },
  { shape: shape(`โ(${LEADING_ONSETS})ะ?${FINAL}`), vowel: 'o' },
  { shape: shape(`[ใไ](${LEADING_ONSETS})ย?(?![ะ-ู])`), vowel: 'ai' },
  { shape: shape(`(${ONSETS})ัว(?![ะ-ู])`), vowel: 'ua' },
  { shape: shape(`(${ONSETS})ัย(?![ะ-ู])`), vowel: 'ai' },
  { shape: shape(`(${ONSETS})ั${FINAL}`), vowel: 'a' },
  { shape: shape(`(${ONSETS})ะ`), vowel: 'a' },
  { shape: shape(`(${ONSETS})ำ`), vowel: 'am' },
  { shape: shape(`(${ONSETS})า${FINAL}`), vowel: 'a' },
  { shape: shape(`(${ONSETS})[ิี]${FINAL}`), vowel: 'i' },
  { shape: shape(`(${ONSETS})ือ(?![ะ-ู])`), vowel: 'ue' },
  { shape: shape(`(${ONSETS})[ึื]${FINAL}`), vowel: 'ue' },
  { shape: shape(`(${ONSETS})[ุู]${FINAL}`), vowel: 'u' },
  { shape: shape(`(${ONSETS})รร${FINAL}`), vowel: 'a' },
  { shape: shape(`([${CONSONANT}])อ${FINAL}`), vowel: 'o' },
  { shape: shape(`([กขคตปผพ][รล])([${CONSONANT}](?![ะ-ูๅ]))`), vowel: 'o' },
  { shape: shape(`([${CONSONANT}])([${CONSONANT}](?![ะ-ูๅ]))`), vowel: 'o' },
  { shape: shape(`([${CONSONANT}])`), vowel: 'a' },
];

const onsetOf = (letters: string): string => {
  const spoken = letters.length > 1 && letters.startsWith('ห') ? letters.slice(1) : letters;
  return Array.from(spoken, (letter) => ONSET[letter] ?? '').join('');
};

/**
 * Whether the consonant after a vowel closes the syllable. Of the bare consonants up to the next vowel, the last two
 * are a syllable of their own (ภา-พร), and so an even number leaves nothing to close with.
 */
const closesSyllable = (rest: string): boolean => {
  const bare = /^[ก-ฮ]+/u.exec(rest)?.[0].length ?? 0;
  const next = rest[bare];
  const nextOwns = next !== undefined && /[ะ-ู]/u.test(next);
  const loose = nextOwns ? bare - 1 : bare;
  return loose % 2 === 1;
};

const silentRemoved = (word: string): string =>
  word
    .replace(/[ทตด]ร์/gu, '')
    .replace(/[ก-ฮ][ิุ]?์/gu, '')
    .replace(/[็-๎]/gu, '');

/** One Thai word, already normalised, in Latin letters. */
export const romaniseThai = (word: string): string => {
  let rest = word;
  let out = '';
  while (rest !== '') {
    const known = KNOWN_PARTS.find((part) => rest.startsWith(part) && !CONTINUES.test(rest.slice(part.length - 1)));
    if (known) {
      out += KNOWN[known];
      rest = rest.slice(known.length);
      continue;
    }
    rest = silentRemoved(rest);
    const step = nextSyllable(rest);
    out += step.latin;
    rest = rest.slice(step.length);
  }
  return out;
};

const nextSyllable = (rest: string): { latin: string; length: number } => {
  for (const { shape: pattern, vowel } of PATTERNS) {
    const match = pattern.exec(rest);
    if (!match) {
      continue;
    }
    const [whole, onset = '', coda] = match;
    const bareSyllable = vowel === 'o' && whole === onset + (coda ?? '');
    if (coda !== undefined && !bareSyllable && !closesSyllable(rest.slice(whole.length - 1))) {
      return { latin: onsetOf(onset) + vowel, length: whole.length - 1 };
    }
    const closing = coda === undefined ? (/รร$/u.test(whole) && vowel === 'a' ? 'n' : '') : (CODA[coda] ?? '');
    return { latin: onsetOf(onset) + vowel + closing, length: whole.length };
  }
  return { latin: '', length: 1 };
};
