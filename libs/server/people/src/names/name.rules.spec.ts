import { displayName, initialsOf, nameOrderOf, romanisedWords, searchForms, searchTextOf, suggestLatinName } from './name.rules';
import { asciiDigits, comparableText, normaliseText, scriptOf } from './script.rules';

describe('a name in any script', () => {
  it.each([
    ['សុខ', 'khmer'],
    ['สมชาย', 'thai'],
    ['ວຽງຈັນ', 'lao'],
    ['အောင်', 'burmese'],
    ['王小明', 'han'],
    ['Nguyễn', 'latin'],
    ['123', 'other'],
  ])('knows the script of %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });

  it('unifies two spellings of one Khmer word that NFC leaves apart', () => {
    const typedAnotherWay = '\u1781\u17c2\u17d2\u1798\u179a';
    const asInTheDictionary = '\u1781\u17d2\u1798\u17c2\u179a';
    expect(typedAnotherWay.normalize('NFC')).not.toBe(asInTheDictionary);
    expect(normaliseText(typedAnotherWay)).toBe(asInTheDictionary);
  });

  it('ignores zero-width spaces, case and punctuation when names are compared', () => {
    expect(comparableText(' សុខ\u200bដារ៉ា ')).toBe(comparableText('សុខដារ៉ា'));
    expect(comparableText("O'Brien,  MARY-Ann")).toBe('o brien mary ann');
  });

  it.each([
    ['២០២៦', '2026'],
    ['๒๕๖๙', '2569'],
    ['၁၉၉၀', '1990'],
    ['໑໒', '12'],
    ['１２', '12'],
  ])('reads the digits %s as %s', (digits, ascii) => {
    expect(asciiDigits(digits)).toBe(ascii);
  });
});

describe('words of a name in Latin letters', () => {
  it.each([
    ['សុខ ដារ៉ា', [['sok', 'dara']]],
    ['นายสมชาย ใจดี', [['somchai', 'chaidi']]],
    ['Nguyễn Thị Hoà', [['nguyen', 'thi', 'hoa']]],
    ['Mr. John  Smith', [['john', 'smith']]],
    ['王小明', [['wang', 'xiaoming'], ['wang', 'xiao', 'ming']]],
    ['单雄信', [['shan', 'xiongxin'], ['shan', 'xiong', 'xin']]],
    ['Siti', [['siti']]],
    ['កញ្ញា', [['kanha']]],
  ])('reads %s', (name, words) => {
    expect(romanisedWords(name)).toEqual(words);
  });

  it('suggests a Latin spelling for a colleague who cannot read the script', () => {
    expect(suggestLatinName('សុខ ដារ៉ា')).toBe('Sok Dara');
    expect(suggestLatinName('王小明')).toBe('Wang Xiaoming');
  });
});

describe('the order of a name', () => {
  const name = { fullName: 'Sok Dara', givenName: 'Dara', familyName: 'Sok' };
  it.each([
    ['KH', 'Sok Dara'],
    ['VN', 'Sok Dara'],
    ['TH', 'Dara Sok'],
    ['ID', 'Sok Dara'],
    [null, 'Dara Sok'],
  ])('follows the custom of %s', (nationality, shown) => {
    expect(displayName(name, nationality)).toBe(shown);
  });

  it('sets no space between Chinese family and given name', () => {
    expect(displayName({ fullName: '王小明', givenName: '小明', familyName: '王' }, 'CN')).toBe('王小明');
  });

  it('shows a name without parts as it was written', () => {
    expect(displayName({ fullName: 'Suharto' }, 'TH')).toBe('Suharto');
    expect(nameOrderOf('MM')).toBe('whole');
  });
});

describe('initials', () => {
  it.each([
    ['Sok Dara', 'S. D.'],
    ['សុខ ដារ៉ា', 'ស. ដ.'],
    ['เพ็ญ ใจดี', 'พ. จ.'],
    ['王小明', '王.'],
    ['Anne-Marie', 'A. M.'],
    ['นางสาวมาลี ทองดี', 'ม. ท.'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('search text', () => {
  it('holds the name as written and as read', () => {
    const text = searchTextOf(['សុខ ដារ៉ា', 'Sok Dara']);
    expect(text).toContain('សុខ ដារ៉ា');
    expect(text).toContain('សុខដារ៉ា');
    expect(text).toContain('sok dara');
  });

  it('finds a name with marks by typing it without', () => {
    expect(searchTextOf(['Nguyễn Văn Đức'])).toContain('nguyen van duc');
    expect(searchForms('Nguyễn')).toContain('nguyen');
    expect(searchForms('សុខ')).toEqual(['សុខ']);
  });
});
