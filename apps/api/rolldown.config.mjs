import { serverBundle } from '../../tools/server-bundle.mjs';

export default serverBundle('api', { main: 'apps/api/src/main.ts', admin: 'apps/api/src/admin.ts', demo: 'tools/demo/main.ts' });
