import { serverBundle } from '../../tools/server-bundle.mjs';

export default serverBundle('worker', { main: 'apps/worker/src/main.ts' });
