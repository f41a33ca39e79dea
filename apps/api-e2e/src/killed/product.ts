import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { PASSWORD } from '../support/accounts';
import { Client } from '../support/client';

const ROOT = join(__dirname, '../../../..');
/** As the global set-up has bundled it from today's sources. */
const PROGRAM = join(ROOT, 'dist/apps/http/main.mjs');
const FOLLOW = pathToFileURL(join(ROOT, 'tools/start/follow-parent.mjs')).href;
const PATIENCE_MS = 30_000;

/** Waits until something is so. Throws after half a minute. */
export const until = async (what: string, isSo: () => boolean | Promise<boolean>, pauseMs = 50): Promise<void> => {
  for (let waited = 0; !(await isSo()); waited += pauseMs) {
    if (waited > PATIENCE_MS) {
      throw new Error(`Waited in vain until ${what}.`);
    }
    await pause(pauseMs);
  }
};

/** Below those that the system gives to outgoing connections: a program that is killed must find its port free when it comes back. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]);
    if (isFree) {
      server.close();
      await once(server, 'close');
      return port;
    }
  }
};

/** The product as a process of its own, on a database of its own: it can be killed, and started again where it was. */
export class Product {
  private child: ChildProcess | undefined;
  readonly dataDir: string;
  readonly logFile: string;

  constructor(
    name: string,
    private readonly databaseUrl: string,
    private readonly port: number,
    private readonly environment: Record<string, string> = {},
  ) {
    this.dataDir = environment['SAMPAN_DATA_DIR'] ?? join(ROOT, 'tmp/test-files', `${name}-${process.pid}`);
    this.logFile = join(ROOT, 'tmp/test-results', `${name}.log`);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts it without waiting. `wrap`: the command to put before it, for example one that limits it. */
  launch(wrap: readonly string[] = []): void {
    mkdirSync(this.dataDir, { recursive: true });
    mkdirSync(join(ROOT, 'tmp/test-results'), { recursive: true });
    const log = openSync(this.logFile, this.child ? 'a' : 'w');
    const [file = '', ...args] = [...wrap, process.execPath, '--enable-source-maps', `--import=${FOLLOW}`, PROGRAM];
    this.child = spawn(file, args, {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_ENV: 'production',
        DATABASE_URL: this.databaseUrl,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        PUBLIC_URL: this.url,
        SAMPAN_DATA_DIR: this.dataDir,
        SAMPAN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
        SAMPAN_DEMO: 'false',
        SAMPAN_SECOND_FACTOR: 'optional',
        SAMPAN_RATE_LIMITS: 'off',
        LOG_LEVEL: 'warn',
        ...this.environment,
      },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
  }

  async start(wrap: readonly string[] = []): Promise<this> {
    this.launch(wrap);
    await until('the product is ready', async () => {
      if (!this.isRunning) {
        throw new Error(`The product did not start:\n${readFileSync(this.logFile, 'utf8')}`);
      }
      return (await this.ready())?.status === 200;
    });
    return this;
  }

  /** Readiness as somebody who watches the machine sees it; null when nobody answers. */
  ready(): Promise<{ status: number; body: unknown } | null> {
    return fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(10_000) }).then(
      async (answer) => ({ status: answer.status, body: (await answer.json()) as unknown }),
      () => null,
    );
  }

  /** Nothing in the process gets a word in. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child && this.isRunning) {
      const gone = once(this.child, 'exit');
      this.child.kill(signal);
      await gone;
    }
  }

  /** How it ended by itself. */
  get exitCode(): number | null | undefined {
    return this.child?.exitCode;
  }

  async signIn(email: string): Promise<Client> {
    const client = new Client(this.url);
    const { status } = await client.post('auth/sign-in', { email, password: PASSWORD });
    if (status !== 200) {
      throw new Error(`${email} could not sign in: ${status}`);
    }
    return client;
  }

  /** Ends it, and what it kept on disk. */
  async remove(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
