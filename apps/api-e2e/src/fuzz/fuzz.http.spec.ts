import { ROLE_CODES, ROLES, type RoleCode } from '@sampan/access';
import type { Permission } from '@sampan/kernel';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { compose, newCaller, type Caller } from '../matrix/callers';
import { operations, type Operation } from '../matrix/operations';
import { apiDatabase } from '../support/accounts';
import { apiUrl, type Answer } from '../support/client';
import { breakRequest, type Sent } from './broken-request';
import { fault, type Fault } from './hostile';

/** `npm run fuzz` sends 50,000; every test run a sample. */
const REQUESTS = Number(process.env['SAMPAN_FUZZ_REQUESTS'] ?? 1000);
const AT_ONCE = 8;
const MOST_SHOWN = 30;
const TOLD_EVERY = 5000;
/** A run can be repeated: the seed is printed with what it found. */
const SEED = Number(process.env['SAMPAN_FUZZ_SEED'] ?? Date.now() % 1_000_000);

const all = operations();

interface Attempt {
  readonly operation: Operation;
  readonly role: RoleCode;
  readonly faults: Fault[];
}

/** Somebody of any role, and three times out of four somebody who may: behind the guard is more to break than the guard. */
const roleFor = ({ permission }: Operation): fc.Arbitrary<RoleCode> => {
  const allowed = ROLE_CODES.filter((role) => permission !== null && (ROLES[role] as readonly Permission[]).includes(permission));
  return allowed.length === 0 ? fc.constantFrom(...ROLE_CODES) : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...allowed) }, { weight: 1, arbitrary: fc.constantFrom(...ROLE_CODES) });
};

const attempt = (): fc.Arbitrary<Attempt> =>
  fc
    .constantFrom(...all)
    .chain((operation) => fc.record({ operation: fc.constant(operation), role: roleFor(operation), faults: fc.array(fault(), { minLength: 0, maxLength: 3 }) }));

/**
 * The routes of the contract, by somebody of every role, with valid requests that were broken on purpose. Whatever comes,
 * the answer is one that was meant: never a failure of the product, and a refusal always with its code and without insides.
 */
describe('whatever is sent', () => {
  let database: DataSource;
  const callers = new Map<RoleCode, Caller>();
  const statuses = new Map<number, number>();

  beforeAll(async () => {
    database = await apiDatabase();
    for (const role of ROLE_CODES) {
      callers.set(role, await newCaller(database, role));
    }
  }, 300_000);
  afterAll(() => database.destroy());

  const callerOf = (role: RoleCode): Caller => callers.get(role) as Caller;

  const send = async ({ operation, role, faults }: Attempt): Promise<string | null> => {
    const { client, worlds } = callerOf(role);
    const sent = breakRequest(compose(operation, { ...worlds.own, shared: { ...worlds.own.shared, token: 'not-a-token' } }), operation, faults);
    const answer = await client.callAsIs(sent.method, sent.address, sent.body, sent.headers).catch((error: Error) => error);
    if (!(answer instanceof Error)) {
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }
    const wrong = answer instanceof Error ? whyNot(answer) : wrongWith(answer);
    return wrong && `${operation.id} as ${role}: ${wrong}\n  ${shown(sent)}`;
  };

  /** Those who ended their own session, or were locked out by a colleague, are replaced. */
  const replaceTheSignedOut = async (role: RoleCode): Promise<void> => {
    const { status } = await callerOf(role).client.get('auth/me');
    if (status !== 200) {
      callers.set(role, await newCaller(database, role));
    }
  };

  it(
    `is answered as it was meant (${REQUESTS} requests, seed ${SEED})`,
    async () => {
      // One fault is found many times: only the first of each route and answer is shown.
      const wrong = new Map<string, string>();
      for (let sent = 0; sent < REQUESTS && wrong.size < MOST_SHOWN; sent += AT_ONCE) {
        if (sent > 0 && sent % TOLD_EVERY === 0) {
          process.stderr.write(`${sent} sent: ${[...statuses].sort().map(([status, count]) => `${status} × ${count}`).join(', ')}; ${wrong.size} wrong\n`);
        }
        const attempts = fc.sample(attempt(), { numRuns: AT_ONCE, seed: SEED + sent });
        // Side by side, so that they also meet each other.
        for (const one of await Promise.all(attempts.map(send))) {
          if (one !== null && !wrong.has(one.slice(0, one.indexOf(' as ')))) {
            wrong.set(one.slice(0, one.indexOf(' as ')), one);
          }
        }
        await Promise.all([...new Set(attempts.map(({ role }) => role))].map(replaceTheSignedOut));
      }
      expect([...wrong.values()]).toEqual([]);
    },
    2 * 3_600_000,
  );

  it('was answered in more than one way: the requests reached what they aim at', () => {
    const share = (wanted: (status: number) => boolean) => [...statuses].filter(([status]) => wanted(status)).reduce((sum, [, n]) => sum + n, 0) / REQUESTS;
    expect(share((status) => status < 300)).toBeGreaterThan(0.02);
    expect(share((status) => status === 400)).toBeGreaterThan(0.02);
    expect(share((status) => status === 403)).toBeGreaterThan(0.02);
  });

  it('leaves the product well', async () => {
    expect((await fetch(new URL('/health/ready', apiUrl()))).status).toBe(200);
  });

  it('breaks nothing behind the answers: no rejection that nobody handled, no news that could not be delivered', () => {
    const log = readFileSync(process.env['SAMPAN_HTTP_LOG'] ?? '', 'utf8').split('\n');
    expect(log.filter((line) => /unhandled|uncaught|"level":"(error|fatal)"/i.test(line))).toEqual([]);
  });
});

/** Nobody answered: only an address that this client itself will not send is no fault of the product. */
const whyNot = (error: Error): string | null => (/Invalid (URL|header)|headers? value/i.test(`${error.message} ${String(error.cause)}`) ? null : `no answer (${error.message}, ${String(error.cause)})`);

const wrongWith = ({ status, body, headers }: Answer): string | null => {
  if (status >= 500) {
    return `${status} ${JSON.stringify(body).slice(0, 300)}`;
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  if (/node_modules|at \w+ \(|QueryFailedError|invalid input syntax|violates|SELECT .* FROM/.test(text) && status >= 400) {
    return `${status} shows its insides: ${text.slice(0, 300)}`;
  }
  return status >= 400 && !(body as { code?: unknown } | null)?.code ? `${status} without a code (${headers.get('content-type') ?? 'no type'}): ${text.slice(0, 200)}` : null;
};

const shown = ({ method, address, body, headers }: Sent): string =>
  `${method} ${address.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${body instanceof FormData ? 'a file' : (body ?? '').slice(0, 500)}`;
