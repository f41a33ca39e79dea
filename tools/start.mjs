// Runs on any Node from 20.19 with nothing installed yet; everything else is under tools/start.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Sampan needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
  process.exit(1);
}
const { start } = await import('./start/start.mjs');
await start();
