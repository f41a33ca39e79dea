import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './product';

const ROOT = join(__dirname, '../../../..');

/** A commit must survive the killing of the server; the machine itself stays, so the disk need not be waited for. */
const PROGRAM = `
  import { startEmbedded } from './tools/postgres/embedded.mjs';
  const server = await startEmbedded(process.argv[1], { settings: { fsync: 'off', max_connections: '100' } });
  process.on('message', async (order) => {
    if (order === 'revive') process.send({ url: await server.revive() });
    else await server.stop().finally(() => process.exit(0));
  });
  process.on('disconnect', () => void server.stop().finally(() => process.exit(1)));
  process.send({ url: server.url });`;

/** A PostgreSQL that belongs to one test, which may kill it. */
export class OwnPostgres {
  private constructor(
    private readonly dir: string,
    private readonly keeper: ChildProcess,
    readonly url: string,
  ) {}

  static async start(name: string): Promise<OwnPostgres> {
    const dir = join(ROOT, 'tmp/test-files', `${name}-${process.pid}`);
    const keeper = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, dir], { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    return new OwnPostgres(dir, keeper, await answerOf(keeper));
  }

  private get pid(): number {
    return Number(readFileSync(join(this.dir, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** It ends at once, in the middle of everything, as in a crash. */
  async kill(): Promise<void> {
    const { pid } = this;
    process.kill(pid, 'SIGQUIT');
    await until('PostgreSQL is dead', () => {
      try {
        return !process.kill(pid, 0);
      } catch {
        return true;
      }
    });
  }

  /** On the same port, with the same data. */
  async revive(): Promise<void> {
    const answer = answerOf(this.keeper);
    this.keeper.send('revive');
    await answer;
  }

  async remove(): Promise<void> {
    const gone = new Promise((resolve) => this.keeper.once('exit', resolve));
    this.keeper.send('stop');
    await gone;
    rmSync(this.dir, { recursive: true, force: true });
  }
}

const answerOf = (keeper: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    keeper.once('message', ({ url }: { url: string }) => resolve(url));
    keeper.once('exit', (code) => reject(new Error(`The keeper of PostgreSQL ended with ${code}.`)));
  });
