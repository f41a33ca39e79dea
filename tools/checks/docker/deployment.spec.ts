import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Read = (file: string) => string;
const root = join(__dirname, '../../..');
const asItIs: Read = (file) => readFileSync(join(root, file), 'utf8');

describe('the deployments', () => {
  let complaints: (read: Read) => string[];

  beforeAll(async () => {
    ({ complaints } = (await import(pathToFileURL(join(__dirname, 'deployment.mjs')).href)) as { complaints: typeof complaints });
  });

  it('fit the product', () => {
    expect(complaints(asItIs)).toEqual([]);
  });

  it.each([
    ['docker/Dockerfile', 'USER node', 'USER root', 'runs as root'],
    ['docker/Dockerfile', 'FROM node:24.21.0-bookworm-slim AS build', 'FROM node:22-slim AS build', 'is not Node'],
    ['docker/Dockerfile', '/build/dist/apps/worker', '/build/dist/apps/delivery', 'dist/apps/worker is not in the last stage'],
    ['docker/Dockerfile', 'HOST=0.0.0.0', 'HOST=0.0.0.0 SAMPAN_ENCRYPTION_KEY=abc', 'a secret stands in the image'],
    ['docker/Dockerfile', 'fonts-noto-core', '', 'fonts are missing'],
    ['docker/compose.yaml', 'read_only: true', 'read_only: false', 'may write to its root'],
    ['docker/compose.yaml', 'SAMPAN_WORKER: outside', 'SAMPAN_WORKERS: outside', 'knows no variable SAMPAN_WORKERS'],
    ['docker/compose.yaml', 'SAMPAN_ENCRYPTION_KEY_FILE: /run/secrets/encryption_key', 'SAMPAN_ENCRYPTION_KEY: abc', 'belongs into a file'],
    ['docker/compose.yaml', 'postgres:18-bookworm', 'postgres:latest', 'is not pinned'],
    ['docker/compose.yaml', 'encryption_key: { file', 'cipher_key: { file', 'is not defined'],
    ['docker/compose.scale.yaml', 'depends_on: { api:', 'depends_on: { apis:', 'waits for apis'],
    ['docker/compose.scale.yaml', './nginx/nginx.conf:', './nginx/other.conf:', 'does not exist'],
    ['docker/pgbouncer/pgbouncer.ini', 'SET ROLE sampan_work; ', '', 'working role'],
    ['docker/nginx/nginx.conf', 'server api:3000', 'server product:3000', 'asks product'],
  ])('would not with another line in %s: %s → %s', (file, line, instead, complaint) => {
    expect(asItIs(file)).toContain(line);
    const found = complaints((one) => (one === file ? asItIs(one).replace(line, instead) : asItIs(one)));
    expect(found.join('\n')).toContain(complaint);
  });
});
