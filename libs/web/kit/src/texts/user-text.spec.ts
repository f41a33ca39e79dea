import { languageOfScript } from './user-text';

it.each([
  ['សុខ សុភា', 'km'],
  ['สมชาย ใจดี', 'th'],
  ['王小明', 'zh'],
  ['အောင်အောင်', 'my'],
  ['ສົມພອນ', 'lo'],
  ['Siti Aminah', 'und'],
  ['Sok (សុខ)', 'km'],
  [null, 'und'],
])('the script of %s speaks for %s', (text, language) => expect(languageOfScript(text)).toBe(language));
