/**
 * `npm test`: installs what is missing, then checks everything. It goes on after a failure, and its last line counts.
 * `npm test -- server http` runs only these sections.
 */
import { startTestServer } from './postgres/test-server.mjs';
import { install } from './start/project.mjs';
import { sections } from './test/sections.mjs';

await install(console.log);
const wished = process.argv.slice(2);
const unknown = wished.filter((name) => !sections.some((section) => section.name === name));
if (unknown.length > 0) {
  console.error(`There is no section ${unknown.join(', ')}. Sections: ${sections.map(({ name }) => name).join(', ')}.`);
  process.exit(64);
}

const server = await startTestServer();
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
for (const { name, title, check } of sections) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  console.log(`\n━━━ ${title}\n`);
  const since = performance.now();
  const result = await check().catch((error) => {
    console.error(error.message ?? error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += result[key];
  const seconds = Math.round((performance.now() - since) / 1000);
  lines.push(
    `  ${title.padEnd(30)}${result.passed} passed, ${result.failed} failed${result.skipped > 0 ? `, ${result.skipped} skipped` : ''} (${seconds} s)`,
  );
  console.log(lines.at(-1));
}

// A server that was there before may be in use by somebody else's tests.
if (!server.adopted) await server.stop();
console.log(`\n━━━ All\n\n${lines.join('\n')}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
