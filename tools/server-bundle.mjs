import { defineConfig } from 'rolldown';

/** Bundles our own code and leaves packages to Node; entry names become file names in dist/apps/<app>. */
export const serverBundle = (app, input) =>
  defineConfig({
    input,
    platform: 'node',
    tsconfig: 'apps/api/tsconfig.json',
    external: (id) => !/^(\.|\/|@sampan\/|@oxc-project\/runtime)/.test(id),
    output: { dir: `dist/apps/${app}`, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs', sourcemap: true, cleanDir: true },
  });
