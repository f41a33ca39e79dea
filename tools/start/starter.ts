import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(__dirname, '../..');
const PATIENCE_MS = 30_000;

/** Waits until something is so; the test's own time limit is the last word. */
export const until = async (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let waited = 0; !(await isSo()); waited += 100) {
    if (waited > PATIENCE_MS) {
      throw new Error(`Waited in vain until ${what}.`);
    }
    await pause(100);
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A process that ended and was not collected by its parent is dead all the same.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** One `npm start` as a process of its own. */
export class Starter {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(script: string, args: readonly string[], environment: Record<string, string>) {
    this.child = spawn(process.execPath, [join(ROOT, 'tools', script), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
  }

  async running(): Promise<this> {
    await until('it runs', () => {
      if (this.child.exitCode !== null) {
        throw new Error(`It ended:\n${this.output}`);
      }
      return this.output.includes('Sampan is running');
    });
    return this;
  }

  get address(): string {
    // A new installation is told with the path to its first visit.
    return /https?:\/\/[^\s/]+/.exec(this.output)?.[0] ?? '';
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The exit code. */
  end(): Promise<number | null> {
    return this.ended;
  }
}

/** The folder of one installation and whatever runs in it. */
export class Installation {
  private readonly starters: Starter[] = [];

  constructor(
    readonly dir: string,
    private readonly environment: Record<string, string>,
  ) {}

  start(more: Record<string, string> = {}): Starter {
    return this.run('start.mjs', [], more);
  }

  admin(args: readonly string[], more: Record<string, string>): Starter {
    return this.run('admin.mjs', args, more);
  }

  private run(script: string, args: readonly string[], more: Record<string, string>): Starter {
    const starter = new Starter(script, args, { SAMPAN_DATA_DIR: this.dir, ...this.environment, ...more });
    this.starters.push(starter);
    return starter;
  }

  get apiPid(): number {
    return Number(readFileSync(join(this.dir, 'api.pid'), 'utf8').split(' ')[0]);
  }

  get databasePid(): number {
    return Number(readFileSync(join(this.dir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Ends what a failed test left behind, and removes the folder. */
  async remove(): Promise<void> {
    for (const starter of this.starters) {
      starter.kill('SIGTERM');
      await starter.end();
    }
    rmSync(this.dir, { recursive: true, force: true });
  }
}
