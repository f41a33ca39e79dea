// How well possible duplicates are found: recall and precision on files of which the truth is known.
//   node tools/evaluate-duplicates.mjs ../shared/data/febrl/dataset1.csv [more files]
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const files = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const verbose = process.argv.includes('--pairs');
if (files.length === 0) {
  console.error('Usage: node tools/evaluate-duplicates.mjs <febrl file.csv>… [--pairs]');
  process.exit(1);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}node_modules/.cache/sampan`;
mkdirSync(folder, { recursive: true });
const bundle = await rolldown({ input: `${root}libs/server/people/src/duplicates/evaluation.rules.ts`, platform: 'node', external: /^[a-z@]/u });
await bundle.write({ file: `${folder}/evaluate-duplicates.mjs`, format: 'esm' });
const { evaluateDuplicates, readFebrl } = await import(pathToFileURL(`${folder}/evaluate-duplicates.mjs`).href);

const percent = (share) => share.toFixed(4);
for (const file of files) {
  const result = evaluateDuplicates(readFebrl(readFileSync(file, 'utf8'), '2026-01-01'));
  console.log(
    `${file.split('/').at(-1)}: ${result.records} records, ${result.truePairs} true pairs, ${result.comparedPairs} compared (reached ${percent(result.reached)}), ` +
      `${result.offeredPairs} offered: recall ${percent(result.recall)}, precision ${percent(result.precision)}`,
  );
  if (verbose) {
    console.log(`missed:\n  ${result.missed.join('\n  ')}\nwrong:\n  ${result.wrong.join('\n  ')}`);
  }
}
