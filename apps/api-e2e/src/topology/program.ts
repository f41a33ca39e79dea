import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../killed/product';

export const ROOT = join(__dirname, '../../../..');

/** Whether a program is on this machine. */
export const present = (name: string): string | undefined => (process.env['PATH'] ?? '').split(':').concat('/usr/sbin', '/sbin').map((folder) => join(folder, name)).find((file) => existsSync(file));

interface What {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: Record<string, string>;
  /** Left out for the product's own programs, which say so themselves. */
  readonly isReady?: () => Promise<boolean>;
}

/** One process of the topology: started until it is ready, killed without a word, started again. */
export class Program {
  private child: ChildProcess | undefined;
  private readonly logFile: string;

  constructor(private readonly what: What) {
    this.logFile = join(ROOT, 'tmp/test-results', `topology-${what.name}.log`);
  }

  async start(): Promise<this> {
    mkdirSync(join(ROOT, 'tmp/test-results'), { recursive: true });
    const log = openSync(this.logFile, this.child ? 'a' : 'w');
    const [file, ...args] = this.what.command;
    const child = spawn(file, args, { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', ...this.what.environment }, stdio: ['ignore', log, log, ...(this.what.isReady ? [] : ['ipc' as const])] });
    let saidSo = false;
    child.on('message', () => (saidSo = true));
    this.child = child;
    closeSync(log);
    await until(`${this.what.name} is ready`, async () => {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`${this.what.name} ended:\n${readFileSync(this.logFile, 'utf8').slice(-2000)}`);
      }
      return this.what.isReady ? this.what.isReady() : saidSo;
    });
    return this;
  }

  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    }
  }
}
