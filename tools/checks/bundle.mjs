// What a slow connection has to carry: brotli sizes of the built web against the limits of the design.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const KB = 1024;
const LIMITS = { initialScripts: 220 * KB, lazyRoute: 60 * KB, styles: 25 * KB, scriptFont: 50 * KB, texts: 25 * KB };
/** Charts are big and come only with the pages that draw; they are known by what they say of themselves. */
const CHARTS = ['zrender', 'echarts'];

const root = join(import.meta.dirname, '../..');
const built = join(root, 'dist/apps/web/browser');
if (!existsSync(join(built, 'index.html'))) {
  console.log('dist/apps/web is not there: build the web first');
  process.exit(1);
}

/** @type {Map<string, number>} */
const sizes = new Map();
/** @param {string} file below the built folder */
const brotli = (file) => {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const content = readFileSync(join(built, file));
  const size = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }).length;
  sizes.set(file, size);
  return size;
};
/** @param {string} file @param {RegExp} pattern */
const imports = (file, pattern) => [...readFileSync(join(built, file), 'utf8').matchAll(pattern)].map((match) => match[1] ?? '').filter((name) => existsSync(join(built, name)));
const STATIC = /(?:import|from)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;
const LAZY = /import\(\s*["'`]\.\/([\w.-]+\.js)["'`]\s*\)/g;

/** A script with everything that it needs at once. @param {string} file @param {Set<string>} [seen] @returns {Set<string>} */
const withStatic = (file, seen = new Set()) => {
  if (!seen.has(file)) {
    seen.add(file);
    imports(file, STATIC).forEach((next) => withStatic(next, seen));
  }
  return seen;
};
/** @param {Iterable<string>} files */
const weigh = (files) => [...files].reduce((sum, file) => sum + brotli(file), 0);

const html = readFileSync(join(built, 'index.html'), 'utf8');
const entries = [...html.matchAll(/(?:src|href)="([\w.-]+\.js)"/g)].map(([, name]) => name ?? '');
const initial = new Set(entries.flatMap((entry) => [...withStatic(entry)]));
const scripts = readdirSync(built).filter((file) => file.endsWith('.js') && !file.startsWith('ngsw') && !file.startsWith('safety') && !file.startsWith('worker'));
const lazy = new Set(scripts.flatMap((file) => imports(file, LAZY)));

/** @type {string[]} */
const faults = [];
/** @param {string} what @param {number} size @param {number} limit */
const hold = (what, size, limit) => {
  const line = `${(size / KB).toFixed(1).padStart(7)} of ${limit / KB} KB  ${what}`;
  if (size > limit) faults.push(line);
  return line;
};

console.log(hold('scripts of the first page', weigh(initial), LIMITS.initialScripts));
let heaviest = { file: '', size: 0 };
for (const file of lazy) {
  if (initial.has(file)) continue;
  const needed = [...withStatic(file)].filter((one) => !initial.has(one));
  const isCharts = (/** @type {string} */ one) => CHARTS.some((sign) => readFileSync(join(built, one), 'utf8').includes(sign));
  const size = weigh(needed.filter((one) => brotli(one) < 20 * KB || !isCharts(one)));
  hold(`lazy ${file}`, size, LIMITS.lazyRoute);
  if (size > heaviest.size) heaviest = { file, size };
}
console.log(hold(`the heaviest of ${lazy.size} lazy pieces, ${heaviest.file}`, heaviest.size, LIMITS.lazyRoute));
console.log(hold('styles', weigh(readdirSync(built).filter((file) => file.endsWith('.css'))), LIMITS.styles));

/** Fonts are compressed already. A script's font is all its weights together. */
const media = existsSync(join(built, 'media')) ? readdirSync(join(built, 'media')).filter((file) => file.endsWith('.woff2')) : [];
/** @type {Map<string, string[]>} */
const byScript = new Map();
for (const file of media) {
  const script = file.replace(/-\d+-normal.*$/, '');
  byScript.set(script, [...(byScript.get(script) ?? []), file]);
}
for (const [script, files] of byScript) {
  hold(`font ${script}`, files.reduce((sum, file) => sum + readFileSync(join(built, 'media', file)).length, 0), LIMITS.scriptFont);
}
if (byScript.size === 0) faults.push('there are no fonts: Khmer, Thai, Lao and Burmese would be boxes on some devices');

const texts = existsSync(join(built, 'i18n')) ? readdirSync(join(built, 'i18n'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json')) : [];
const heaviestTexts = texts.map((file) => join('i18n', file)).sort((a, b) => brotli(b) - brotli(a));
for (const file of heaviestTexts) hold(file, brotli(file), LIMITS.texts);
if (heaviestTexts[0]) console.log(hold(`the heaviest texts, ${relative('i18n', heaviestTexts[0])}`, brotli(heaviestTexts[0]), LIMITS.texts));
else faults.push('there are no texts');

if (faults.length > 0) console.log(`Too heavy:\n${faults.join('\n')}`);
process.exitCode = faults.length === 0 ? 0 : 1;
