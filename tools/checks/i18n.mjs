// Every text of the web exists in all five languages, is used, and nothing visible is written outside the files.
// `node tools/checks/i18n.mjs training` shows the faults of one library.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { flatten, LANGUAGES, placeholders, pluralForms } from './i18n/texts.mjs';
import { literalsOf, templatesOf } from './i18n/templates.mjs';

const root = join(import.meta.dirname, '../..');
/** @type {string[]} */
const faults = [];

/** @param {string} folder @param {string[]} endings @returns {string[]} */
const filesIn = (folder, endings) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => endings.some((ending) => file.endsWith(ending)) && !file.endsWith('.spec.ts'))
        .map((file) => join(folder, file))
    : [];

const libraries = [
  { name: 'shell', folder: join(root, 'apps/web') },
  ...readdirSync(join(root, 'libs/web'))
    .filter((name) => name !== 'client')
    .map((name) => ({ name, folder: join(root, 'libs/web', name) })),
].filter(({ folder }) => existsSync(join(folder, 'i18n')));

const sources = libraries.flatMap(({ folder }) => filesIn(join(folder, 'src'), ['.ts', '.html'])).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const allText = sources.map(({ text }) => text).join('\n');
const serverText = filesIn(join(root, 'libs/server'), ['.ts']).concat(filesIn(join(root, 'apps/api/src'), ['.ts'])).map((file) => readFileSync(file, 'utf8')).join('\n');

/** Beginnings that are completed at run time: `'training.state.' + state`, `training.state.${state}`. */
const beginnings = new Set([...allText.matchAll(/['"`]([a-z]+(?:\.[\w-]+)*\.)(?:['"`]|\$\{)/g)].map(([, beginning]) => beginning));
const literals = new Set([...allText.matchAll(/['"`]([a-z]+(?:\.[\w-]+)+)['"`]/g)].map(([, literal]) => literal));

/** @type {Set<string>} */
const known = new Set();
let texts = 0;

for (const { name, folder } of libraries) {
  const byLanguage = new Map(
    LANGUAGES.map((language) => {
      const file = join(folder, 'i18n', `${language}.json`);
      if (!existsSync(file)) faults.push(`${relative(root, file)} is missing`);
      return [language, flatten(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}, name)];
    }),
  );
  const keys = new Set([...byLanguage.values()].flatMap((entries) => [...entries.keys()]));
  texts += keys.size;
  for (const key of keys) {
    known.add(key);
    const holders = new Set([...byLanguage.values()].flatMap((entries) => placeholders(entries.get(key))));
    for (const [language, entries] of byLanguage) {
      const text = entries.get(key);
      if (text === undefined) {
        faults.push(`${key} is missing in ${language}`);
        continue;
      }
      if ((typeof text === 'string' ? [text] : Object.values(text)).some((one) => one.trim() === '')) faults.push(`${key} is empty in ${language}`);
      if (typeof text === 'object') {
        for (const form of pluralForms(language)) if (!(form in text)) faults.push(`${key} lacks the form "${form}" in ${language}`);
      }
      const missing = [...holders].filter((holder) => !placeholders(text).includes(holder));
      if (missing.length > 0) faults.push(`${key} lacks {{ ${missing.join(', ')} }} in ${language}`);
    }
    if (!isUsed(key, name)) faults.push(`${key} is not used`);
  }
}

/** @param {string} key @param {string} library */
function isUsed(key, library) {
  if (key.startsWith(`${library}.problem.`)) return serverText.includes(`'${key.slice(library.length + 9)}'`);
  const parts = key.split('.');
  return literals.has(key) || parts.slice(1).some((_, at) => {
    const parent = parts.slice(0, at + 1).join('.');
    return beginnings.has(`${parent}.`) || (at > 0 && literals.has(parent));
  });
}

const names = libraries.map(({ name }) => name).join('|');
const asked = new RegExp(`'((?:${names})\\.[\\w.-]*[\\w-])'`, 'g');
const isKnown = (/** @type {string} */ key) => known.has(key) || [...known].some((one) => one.startsWith(`${key}.`));
for (const { file, text } of sources) {
  const where = relative(root, file);
  for (const { template, line } of templatesOf(file, text)) {
    // A permission may be called like a library: `session.can('placement.write')` is no text.
    for (const [, key] of template.replace(/\bcan(?:Any)?\([^)]*\)/g, '').matchAll(asked)) {
      const isJoined = new RegExp(`'${key.replaceAll('.', '\\.')}'\\s*\\+`).test(template);
      if (!isJoined && !isKnown(key)) faults.push(`${where}: ${key} does not exist`);
    }
    for (const literal of literalsOf(template)) faults.push(`${where}:${line + literal.line}: "${literal.text}" is written in the template`);
  }
  if (file.endsWith('.ts')) {
    for (const [, key] of text.matchAll(new RegExp(`(?:translate\\(|title: |text: )'((?:${names})\\.[\\w.-]*[\\w-])'`, 'g'))) {
      if (!isKnown(key)) faults.push(`${where}: ${key} does not exist`);
    }
  }
}

const [only] = process.argv.slice(2);
const shown = faults.filter((fault) => !only || fault.includes(`libs/web/${only}/`) || fault.startsWith(`${only}.`));
shown.forEach((fault) => console.log(fault));
console.log(shown.length === 0 ? `${texts} texts in ${LANGUAGES.length} languages` : `${shown.length} faults`);
process.exitCode = shown.length === 0 ? 0 : 1;
