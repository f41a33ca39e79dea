// The data dictionary says what the entities say.
process.argv.push('--check');
await import('../dictionary.mjs');
