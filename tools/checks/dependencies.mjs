// What we build on is pinned, checked by its hash, installable from anywhere, and under a licence that an operator may use.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaints } from './dependencies/lock.mjs';

const read = (/** @type {string} */ file) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
const found = complaints(read('package.json'), read('package-lock.json'));
for (const complaint of found) console.error(complaint);
if (found.length > 0) process.exit(1);
console.log('Every dependency is pinned, hashed and free to use.');
