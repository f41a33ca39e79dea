// The committed contract and client are what the server promises.
process.argv.push('--check');
await import('../contract.mjs');
