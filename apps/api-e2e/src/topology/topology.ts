import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../killed/product';
import { present, Program, ROOT } from './program';

/** What tools/postgres answers, as far as it is used here. */
interface Server {
  readonly url: string;
  readonly pid: number;
  revive(): Promise<string>;
  stop(): Promise<void>;
}
interface Postgres {
  startEmbedded(dir: string, options: { settings: Record<string, string> }): Promise<Server>;
  startReplica(dir: string, primary: { url: string; dir: string }, options: { settings: Record<string, string> }): Promise<Server>;
}

/** Whatever becomes of the test, the product's processes end with it. */
const FOLLOW = pathToFileURL(join(ROOT, 'tools/start/follow-parent.mjs')).href;
const FAST = { fsync: 'off', max_connections: '120' };

const answers = async (url: string): Promise<boolean> => fetch(url, { signal: AbortSignal.timeout(3000) }).then(({ ok }) => ok, () => false);

export const METRICS_TOKEN = 'a-token-that-only-tests-know';

/**
 * docker/compose.scale.yaml as plain processes: two api, two workers, a primary and its replica, and, where this machine has
 * them, nginx in front and pgbouncer in between, with the files of docker/ adapted to loopback.
 */
export class Topology {
  readonly folder = mkdtempSync(join(tmpdir(), 'sampan-topology-'));
  primary!: Server;
  replica!: Server;
  apis: Program[] = [];
  apiUrls: string[] = [];
  workers: Program[] = [];
  /** Of the first worker. */
  workersMetrics = '';
  pooler: Program | null = null;
  entrance: Program | null = null;
  /** Where callers knock: nginx, or each api in turn. */
  doors: string[] = [];
  /** What the product is told to connect to: the pooler where there is one. */
  databaseUrl = '';
  private postgres!: Postgres;

  async start(): Promise<void> {
    // The pooler works as another user than root.
    chmodSync(this.folder, 0o755);
    mkdirSync(join(this.folder, 'data'));
    this.postgres = {
      ...((await import(pathToFileURL(join(ROOT, 'tools/postgres/embedded.mjs')).href)) as Pick<Postgres, 'startEmbedded'>),
      ...((await import(pathToFileURL(join(ROOT, 'tools/postgres/replica.mjs')).href)) as Pick<Postgres, 'startReplica'>),
    };
    this.primary = await this.postgres.startEmbedded(join(this.folder, 'primary'), { settings: { ...FAST, wal_keep_size: '512MB' } });
    this.replica = await this.postgres.startReplica(join(this.folder, 'replica'), { url: this.primary.url, dir: join(this.folder, 'primary') }, { settings: FAST });
    this.databaseUrl = await this.startPooler();
    const ports = [await freePort(), await freePort()];
    const door = await freePort();
    this.apiUrls = ports.map((port) => `http://127.0.0.1:${port}`);
    this.entrance = this.prepareEntrance(ports, door);
    this.doors = this.entrance ? [`http://127.0.0.1:${door}`] : this.apiUrls;
    this.apis = ports.map((port, index) => this.product(`api-${index + 1}`, 'dist/apps/http/main.mjs', { PORT: String(port), PUBLIC_URL: this.doors[0] ?? '' }));
    for (const api of this.apis) {
      await api.start();
    }
    await this.entrance?.start();
    this.workersMetrics = `http://127.0.0.1:${await freePort()}/metrics`;
    this.workers = [1, 2].map((index) =>
      this.product(`worker-${index}`, 'dist/apps/topology-worker/main.mjs', index === 1 ? { SAMPAN_WORKER_METRICS_PORT: new URL(this.workersMetrics).port, SAMPAN_METRICS_TOKEN: METRICS_TOKEN } : {}),
    );
    for (const worker of this.workers) {
      await worker.start();
    }
  }

  /** Every process ends, and every file goes. */
  async end(): Promise<void> {
    await Promise.all([...this.workers, ...this.apis, this.entrance, this.pooler].map((program) => program?.end('SIGKILL')));
    await this.replica?.stop();
    await this.primary?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private product(name: string, program: string, more: Record<string, string> = {}): Program {
    return new Program({
      name,
      command: [process.execPath, '--enable-source-maps', `--import=${FOLLOW}`, join(ROOT, program)],
      environment: {
        NODE_ENV: 'production', HOST: '127.0.0.1', PUBLIC_URL: this.doors[0] ?? '', LOG_LEVEL: 'warn', SAMPAN_DEMO: 'false', SAMPAN_WORKER: 'outside', SAMPAN_TRUSTED_PROXIES: '1', SAMPAN_RATE_LIMITS: 'off',
        DATABASE_URL: this.databaseUrl, SAMPAN_DIRECT_DATABASE_URL: this.primary.url, SAMPAN_REPLICA_URLS: this.replica.url,
        SAMPAN_DATA_DIR: join(this.folder, 'data'), SAMPAN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
        ...more,
      },
    });
  }

  private async startPooler(): Promise<string> {
    const program = present('pgbouncer');
    if (!program) {
      return this.primary.url;
    }
    const port = await freePort();
    const { port: databasePort, username, password } = new URL(this.primary.url);
    const users = join(this.folder, 'users.txt');
    writeFileSync(users, `"${username}" "${password}"\n`);
    const file = join(this.folder, 'pgbouncer.ini');
    const ini = readFileSync(join(ROOT, 'docker/pgbouncer/pgbouncer.ini'), 'utf8')
      .replace('host=database port=5432', `host=127.0.0.1 port=${databasePort}`)
      .replace('listen_addr = 0.0.0.0', 'listen_addr = 127.0.0.1')
      .replace('listen_port = 6432', `listen_port = ${port}`)
      .replace('/run/secrets/pooler_users', users);
    writeFileSync(file, ini);
    const url = Object.assign(new URL(this.primary.url), { port: String(port) }).href;
    const asRoot = process.getuid?.() === 0 ? (['-u', 'nobody'] as const) : [];
    this.pooler = new Program({ name: 'pgbouncer', command: [program, ...asRoot, file], isReady: () => listens(port) });
    await this.pooler.start();
    return url;
  }

  private prepareEntrance(ports: readonly number[], door: number): Program | null {
    const program = present('nginx');
    if (!program) {
      return null;
    }
    const file = join(this.folder, 'nginx.conf');
    const conf = readFileSync(join(ROOT, 'docker/nginx/nginx.conf'), 'utf8')
      .replace(/^\s+server api:3000 (.*);$/m, (_, how: string) => ports.map((port) => `    server 127.0.0.1:${port} ${how};`).join('\n'))
      .replace('listen 8080', `listen 127.0.0.1:${door}`)
      .replace('error_log /dev/stderr', 'error_log stderr')
      .replaceAll('/tmp/', `${this.folder}/nginx-`);
    writeFileSync(file, conf);
    return new Program({ name: 'nginx', command: [program, '-c', file, '-p', this.folder, '-g', 'daemon off; master_process off;'], isReady: () => answers(`http://127.0.0.1:${door}/health/live`) });
  }
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
