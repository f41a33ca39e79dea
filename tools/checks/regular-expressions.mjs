/**
 * Every regular expression of server and web is looked through for input that makes it run for ever (ReDoS): none may
 * backtrack more than so often, whatever it is given, unless it is listed here with what keeps its input short.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSafe } from 'redos-detector';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');
const FILES = ['apps/{api,worker,web}/src/**/*.ts', 'libs/{server,web}/**/*.ts'];
const NOT_OURS_TO_RUN = /\.spec\.ts$|\/testing\.ts$|\/node_modules\/|^libs\/web\/client\//;
/** Times that the engine goes back, for any input. A pattern with a real fault has no such number at all. */
const MOST_BACKTRACKS = 200;
const PATIENCE_MS = 5_000;

/** The time of a pattern there may grow with the length of the input, at worst with its square; what keeps that input short. */
const SHORT_INPUT = {
  'libs/server/risk/src/instruments/localised-text.ts': 'the sentences of our own instruments',
  'libs/server/organisations/src/holidays/holidays.data.ts': 'our own list of holidays',
  'libs/server/kernel/src/config/config.ts': 'addresses of the configuration',
  'libs/server/kernel/src/telemetry/harmless.rules.ts': 'one line of the stack of a failure',
  'libs/server/kernel/src/telemetry/statement.rules.ts': 'our own statements, whose values are parameters',
  'apps/api/src/http/web-files.ts': 'names of the files that the build wrote',
};
/** Patterns that are put together while running, from what: a text of a caller is never a pattern. */
const PUT_TOGETHER = {
  'libs/server/people/src/names/thai-romanisation.rules.ts': 'shapes of syllables that stand in this file',
  'libs/web/account/src/second-factor-page/second-factor-page.ts': 'a number that stands in this file',
};

/** @type {Map<string, string[]>} */
const found = new Map();
const faults = [];
for (const file of globSync(FILES, { cwd: root })) {
  if (NOT_OURS_TO_RUN.test(file)) continue;
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  /** @param {ts.Node} node */
  const walk = (node) => {
    const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) found.set(node.text, [...(found.get(node.text) ?? []), place]);
    const made = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source) === 'RegExp';
    if (made && !Object.hasOwn(PUT_TOGETHER, file)) faults.push(`${place} puts a pattern together; write it out, or say here from what.`);
    ts.forEachChild(node, walk);
  };
  walk(source);
}

/** Without a repetition that has no end, an input cannot make it long. */
const canGrow = (/** @type {string} */ text) => /[*+]|\{\d+,\}/.test(text);

const unused = new Set(Object.keys(SHORT_INPUT));
for (const [text, places] of found) {
  if (!canGrow(text)) continue;
  const end = text.lastIndexOf('/');
  const { safe } = isSafe(new RegExp(text.slice(1, end), text.slice(end + 1)), { maxScore: MOST_BACKTRACKS, timeout: PATIENCE_MS });
  for (const place of safe ? [] : places) {
    const file = place.slice(0, place.lastIndexOf(':'));
    if (!Object.hasOwn(SHORT_INPUT, file)) faults.push(`${text} (${place}) may backtrack without end.`);
    unused.delete(file);
  }
}
for (const file of unused) faults.push(`${file} is listed for short input, but each of its patterns is safe; take it from the list.`);
if (found.size < 100) faults.push('Hardly any pattern was found: the search is broken.');

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${found.size} regular expressions, none of which an input can make run for ever.`);
