export const LANGUAGES = ['en', 'km', 'th', 'zh', 'id'];

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** @param {unknown} node an object with nothing but plural forms is one text */
const isPlural = (node) => typeof node === 'object' && node !== null && 'other' in node && Object.keys(node).every((key) => FORMS.includes(key));

/**
 * @param {Record<string, unknown>} tree
 * @param {string} path
 * @returns {Map<string, string | Record<string, string>>}
 */
export function flatten(tree, path) {
  /** @type {Map<string, string | Record<string, string>>} */
  const flat = new Map();
  for (const [key, value] of Object.entries(tree)) {
    const at = `${path}.${key}`;
    if (typeof value === 'string' || isPlural(value)) flat.set(at, /** @type {string} */ (value));
    else for (const [deeper, text] of flatten(/** @type {Record<string, unknown>} */ (value), at)) flat.set(deeper, text);
  }
  return flat;
}

/** @param {string} language */
export const pluralForms = (language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/** Which numbers and names a text carries. "One place" may do without its count. @param {string | Record<string, string> | undefined} text @returns {string[]} */
export const placeholders = (text) =>
  text === undefined ? [] : [...(typeof text === 'string' ? text : (text['other'] ?? '')).matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '');
