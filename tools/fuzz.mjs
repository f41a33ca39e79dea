// Sends 50,000 broken requests, made from the contract, to a product of its own: npm run fuzz [-- <requests> [<seed>]].
import { pinnedNode, programOf, run, toolEnvironment } from './start/project.mjs';

const [requests = '50000', seed] = process.argv.slice(2);
const env = {
  ...toolEnvironment(),
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  SAMPAN_FUZZ_REQUESTS: requests,
  ...(seed ? { SAMPAN_FUZZ_SEED: seed } : {}),
};
const { code } = await run(pinnedNode(), [programOf('jest'), '-c', 'tools/jest/http.cjs', 'apps/api-e2e/src/fuzz'], { env });
process.exit(code);
