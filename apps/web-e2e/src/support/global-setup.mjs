import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { getChromium } from '../../../../tools/chromium.mjs';
import { build, pinnedNode, root, run } from '../../../../tools/start/project.mjs';
import { startProduct } from '../../../../tools/test/product.mjs';

/** The demo accounts' password in this run. */
const PASSWORD = 'only for the demo of a test';

/**
 * Starts the built product with the demo on a database of its own. A product that runs already is taken instead when
 * SAMPAN_E2E_URL and SAMPAN_DEMO_PASSWORD name it.
 * @returns {Promise<(() => Promise<void>) | undefined>}
 */
export default async function setUp() {
  process.env.CHROMIUM_PATH ??= getChromium({ system: true });
  rmSync(join(root, 'tmp', 'test-results', 'overheard'), { recursive: true, force: true });
  if (process.env.SAMPAN_E2E_URL) return undefined;
  await build(console.log);
  process.env.SAMPAN_DEMO_PASSWORD = PASSWORD;
  const product = await startProduct('browser', {
    // At `debug` the log says all that it ever says; it is searched for names when the journeys are over.
    environment: { SAMPAN_DEMO: 'true', SAMPAN_DEMO_PASSWORD: PASSWORD, LOG_LEVEL: 'debug' },
    prepare: async (environment) => {
      const { code, output } = await run(pinnedNode(), ['tools/demo.mjs'], { env: environment, stdio: 'pipe' });
      if (code !== 0) throw new Error(`The demo could not be loaded:\n${output}`);
    },
  });
  process.env.SAMPAN_E2E_URL = product.url;
  const { databaseUrl, encryptionKey, logFile } = product;
  process.env.SAMPAN_E2E_PRODUCT = JSON.stringify({ databaseUrl, encryptionKey, logFile });
  return () => product.stop();
}
