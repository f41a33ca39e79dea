import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Installation, isAlive, until, type Starter } from './starter';

jest.setTimeout(60_000);

/** What is tested is the starting: a build in the middle of it would only be waited for. */
beforeAll(() => {
  const program = "import { build } from './tools/start/project.mjs'; await build(() => undefined);";
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: join(__dirname, '../..'), stdio: 'ignore' });
}, 600_000);

const ADMINISTRATOR = { email: 'administrator@sampan.example', password: 'a sentence that only tests know' };
const KEY = Buffer.alloc(32, 3).toString('base64');

const newInstallation = (environment: Record<string, string> = {}): Installation =>
  new Installation(mkdtempSync(join(tmpdir(), 'sampan-start-')), {
    SAMPAN_DEMO: 'false',
    SAMPAN_ENCRYPTION_KEY: KEY,
    PORT: '0',
    DATABASE_URL: '',
    ...environment,
  });

const canConnect = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });

/** The administrator is what must not be lost, whatever is killed. */
const signsIn = async (address: string): Promise<boolean> => {
  const answer = await fetch(`${address}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMINISTRATOR),
  }).catch(() => undefined);
  return answer?.status === 200;
};

describe('npm start', () => {
  const installation = newInstallation();
  let running: Starter;

  beforeAll(async () => {
    running = await installation.start().running();
    const made = installation.admin(['create-admin', ADMINISTRATOR.email, 'Administrator'], {
      SAMPAN_ADMIN_PASSWORD: ADMINISTRATOR.password,
    });
    await made.end();
  });

  afterAll(() => installation.remove());

  it('serves the one whom the administrator’s command created beside it', async () => {
    expect(await signsIn(running.address)).toBe(true);
  });

  it('answers on this machine only', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    const port = Number(new URL(running.address).port);
    expect(await canConnect('127.0.0.1', port)).toBe(true);
    expect(outside ? await canConnect(outside.address, port) : false).toBe(false);
  });

  it('keeps its keys and its data to its owner', () => {
    for (const name of ['postgres', join('postgres', 'password'), 'mode']) {
      expect(statSync(join(installation.dir, name)).mode & 0o077).toBe(0);
    }
  });

  it('tells the address when it is started twice in one folder', async () => {
    const second = installation.start();
    expect(await second.end()).toBe(0);
    expect(second.output).toContain(`already running: ${running.address}`);
  });

  it('says in words that a port is taken', async () => {
    const other = newInstallation({ PORT: new URL(running.address).port });
    const second = other.start();
    expect(await second.end()).toBe(1);
    expect(second.output).toMatch(/Port \d+ is already used/);
    await other.remove();
  });

  it('starts the server again when it is killed', async () => {
    const former = installation.apiPid;
    process.kill(former, 'SIGKILL');
    await until('it answers again', () => signsIn(running.address));
    expect(installation.apiPid).not.toBe(former);
  });

  it('starts the database again when it is killed', async () => {
    const former = installation.databasePid;
    process.kill(former, 'SIGKILL');
    await until('the database runs again', () => installation.databasePid !== former);
    await until('it answers again', () => signsIn(running.address));
  });

  it('takes over the database that outlived a killed start', async () => {
    const [database, server] = [installation.databasePid, installation.apiPid];
    running.kill('SIGKILL');
    await running.end();
    running = await installation.start().running();
    expect(await signsIn(running.address)).toBe(true);
    expect(installation.databasePid).toBe(database);
    expect(isAlive(server)).toBe(false);
  });

  it('recovers when everything was killed at once', async () => {
    for (const pid of [installation.databasePid, installation.apiPid]) {
      process.kill(pid, 'SIGKILL');
    }
    running.kill('SIGKILL');
    await running.end();
    running = await installation.start().running();
    expect(await signsIn(running.address)).toBe(true);
  });

  it('starts when the number of its killed database belongs to somebody else by now', async () => {
    const file = join(installation.dir, 'postgres', 'data', 'postmaster.pid');
    const text = readFileSync(file, 'utf8');
    running.kill('SIGKILL');
    process.kill(installation.databasePid, 'SIGKILL');
    await running.end();
    writeFileSync(file, text.replace(/^\d+/, String(process.pid)));
    running = await installation.start().running();
    expect(await signsIn(running.address)).toBe(true);
  });

  it('ends everything in order on Ctrl-C, which npm sends twice', async () => {
    const pids = [installation.databasePid, installation.apiPid];
    running.kill('SIGINT');
    running.kill('SIGINT');
    expect(await running.end()).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('never pours the demo into a real installation', async () => {
    const demo = installation.start({ SAMPAN_DEMO: 'true' });
    expect(await demo.end()).toBe(1);
    expect(demo.output).toContain('belongs to a live installation');
  });
});

describe('npm start of a real installation', () => {
  it('asks for the key instead of making one', async () => {
    const installation = newInstallation({ SAMPAN_ENCRYPTION_KEY: '' });
    const starter = installation.start();
    expect(await starter.end()).toBe(1);
    expect(starter.output).toContain('SAMPAN_ENCRYPTION_KEY is missing');
    await installation.remove();
  });

  it('names every setting that is wrong', async () => {
    const installation = newInstallation({ SAMPAN_ENCRYPTION_KEY: 'short', SAMPAN_TRUSTED_PROXIES: 'many' });
    const starter = installation.start();
    expect(await starter.end()).toBe(1);
    expect(starter.output).toMatch(/SAMPAN_ENCRYPTION_KEY[^]*SAMPAN_TRUSTED_PROXIES/);
    await installation.remove();
  });
});
