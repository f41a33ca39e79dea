import { ROLE_CODES, ROLES, type RoleCode } from '@sampan/access';
import type { Permission } from '@sampan/kernel';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { addressOf, compose, newCaller, type Caller } from '../matrix/callers';
import { operations, type Operation } from '../matrix/operations';
import { apiDatabase } from '../support/accounts';
import { apiUrl, type Answer } from '../support/client';
import { breakRequest, type Sent } from './broken-request';
import { withOneMore } from './every-form';
import { fault, type Fault } from './hostile';

/** `npm run fuzz` sends 50,000; every test run a sample. */
const REQUESTS = Number(process.env['SAMPAN_FUZZ_REQUESTS'] ?? 500);
const AT_ONCE = 8;
const MOST_SHOWN = 30;
const TOLD_EVERY = 5000;
/** Places of a form that hold codes of a list instead of fields; their own rules refuse what they do not know. */
const FREE: ReadonlySet<string> = new Set(['assessmentsRecord scores', 'assessmentsRecord reasons', 'savedViewsAdd state']);
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

const attempt = (trap: string): fc.Arbitrary<Attempt> =>
  fc
    .constantFrom(...all)
    .chain((operation) => fc.record({ operation: fc.constant(operation), role: roleFor(operation), faults: fc.array(fault(trap), { minLength: 0, maxLength: 3 }) }));

/**
 * The routes of the contract, by somebody of every role, with valid requests that were broken on purpose. Whatever comes,
 * the answer is one that was meant: never a failure of the product, and a refusal always with its code and without insides.
 */
describe('whatever is sent', () => {
  let database: DataSource;
  const callers = new Map<RoleCode, Caller>();
  const statuses = new Map<number, number>();
  const visits: string[] = [];
  /** Its address is among what is sent, in every field: whoever asks there followed what a stranger wrote. */
  const trapServer = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.end();
  });
  const trap = (): string => `http://127.0.0.1:${(trapServer.address() as AddressInfo).port}/latest`;

  beforeAll(async () => {
    database = await apiDatabase();
    await new Promise<void>((resolve) => trapServer.listen(0, '127.0.0.1', resolve));
    for (const role of ROLE_CODES) {
      callers.set(role, await newCaller(database, role));
    }
  }, 300_000);
  afterAll(async () => {
    await database.destroy();
    await new Promise((resolve) => trapServer.close(resolve));
  });

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

  /** Says what is wrong with the answers to a form that holds one field more, at every place where there may be one. */
  const answersToOneMore = async (operation: Operation, name: string, expected: string): Promise<string[]> => {
    const role = ROLE_CODES.find((code) => operation.permission === null || (ROLES[code] as readonly Permission[]).includes(operation.permission));
    if (!operation.body || operation.isUpload || !role) {
      return [];
    }
    const { client, worlds } = callerOf(role);
    const valid = compose(operation, worlds.own);
    const wrong: string[] = [];
    const asked = withOneMore(valid.body ?? {}, name, { admin: true }).map(async ({ body, at }) => ({ at, answer: await client.call<{ code?: string }>(valid.method, addressOf(valid), body) }));
    for (const { at, answer } of await Promise.all(asked)) {
      const byTheirRules = FREE.has(`${operation.id} ${at.replace(/\.[^.]*$/, '')}`) && answer.status === 422;
      if (!byTheirRules && (answer.status !== 400 || answer.body.code !== expected)) {
        wrong.push(`${operation.id} with ${at}: ${answer.status} ${answer.body?.code ?? ''}`);
      }
    }
    return wrong;
  };

  it.each([['roles_', 'VALIDATION_FAILED'], ['__proto__', 'FIELD_NAME_REFUSED']])('sets nothing that a form does not offer, in any form, at any depth: %s', async (name, expected) => {
    const wrong: string[] = [];
    for (const operation of all) {
      wrong.push(...(await answersToOneMore(operation, name, expected)));
    }
    expect(wrong).toEqual([]);
  });

  it(
    `is answered as it was meant (${REQUESTS} requests, seed ${SEED})`,
    async () => {
      // One fault is found many times: only the first of each route and answer is shown.
      const wrong = new Map<string, string>();
      for (let sent = 0; sent < REQUESTS && wrong.size < MOST_SHOWN; sent += AT_ONCE) {
        if (sent > 0 && sent % TOLD_EVERY === 0) {
          process.stderr.write(`${sent} sent: ${[...statuses].sort().map(([status, count]) => `${status} × ${count}`).join(', ')}; ${wrong.size} wrong\n`);
        }
        const attempts = fc.sample(attempt(trap()), { numRuns: AT_ONCE, seed: SEED + sent });
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

  it('leads to no address that somebody wrote', () => {
    expect(visits).toEqual([]);
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
