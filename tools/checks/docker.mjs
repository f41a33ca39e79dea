// The files in docker/ say what the product and the project really are; no container engine is needed to know that.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaints } from './docker/deployment.mjs';

const root = join(import.meta.dirname, '../..');
const found = complaints((file) => readFileSync(join(root, file), 'utf8'));
for (const complaint of found) console.error(complaint);
if (found.length > 0) process.exit(1);
console.log('The images and the two deployments fit the product.');
