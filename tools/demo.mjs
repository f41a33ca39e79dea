// Loads the demo: npm run demo [-- --people 3000]. Needs a build, DATABASE_URL, SAMPAN_ENCRYPTION_KEY and SAMPAN_DEMO_PASSWORD.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../dist/apps/api/demo.mjs');
if (!existsSync(program)) {
  console.error('The product is not built yet: npm run build');
  process.exit(1);
}
await import(program);
