import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { newUser } from '@sampan/access/testing';
import { newId, PostOffice } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newConsent, newPerson } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { parse } from 'yaml';
import { freePort, startOwnProduct, type OwnProduct } from '../access/own-product';
import { apiDatabase, cheaplyHashed, newAccount, PASSWORD, signIn } from '../support/accounts';
import { apiUrl, Client } from '../support/client';

type Line = Readonly<Record<string, unknown>>;

const until = async <T>(what: string, look: () => T | undefined): Promise<T> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = look();
    if (found !== undefined) {
      return found;
    }
    await pause(50);
  }
  throw new Error(`Waited in vain for ${what}.`);
};

const withdrawal = () => ({ id: newId(), purpose: 'training', answer: 'withdrawn', noticeVersion: '2026-1', noticeLanguage: 'th', method: 'signature', givenBy: 'self' });

describe('the log of the product', () => {
  let database: DataSource;
  let from: number;
  const text = (): string => readFileSync(process.env['SAMPAN_HTTP_LOG'] ?? '').subarray(from).toString('utf8');
  const lines = (): Line[] => text().split('\n').slice(0, -1).map((line) => JSON.parse(line) as Line);
  const lineOf = (requestId: string, msg: string): Promise<Line> => until(`"${msg}" of ${requestId}`, () => lines().find((line) => line['requestId'] === requestId && line['msg'] === msg));

  beforeAll(async () => {
    database = await apiDatabase();
    from = readFileSync(process.env['SAMPAN_HTTP_LOG'] ?? '').length;
  });
  afterAll(() => database.destroy());

  it('tells of a request its pattern, its end and the account, and of the news that it caused the same request', async () => {
    const { id: centreId } = await newCentre(database.manager);
    const account = await newAccount(database, 'registrar', { centreId });
    const { id: personId } = await newPerson(database.manager, { centreId });
    await newConsent(database.manager, { personId, centreId, purpose: 'training' });
    const registrar = await signIn(account.email);
    const answer = await registrar.post(`people/${personId}/consents`, withdrawal());
    expect(answer.status).toBe(201);
    const requestId = answer.headers.get('x-request-id') ?? '';
    const told = await lineOf(requestId, 'request');
    expect(told).toMatchObject({ level: 'info', program: 'api', method: 'POST', route: '/api/v1/people/:personId/consents', status: 201, account: account.id, ms: expect.any(Number) as number });
    expect(told['version']).toMatch(/^\d+\.\d+\.\d+/);
    expect(await lineOf(requestId, 'work')).toMatchObject({ queue: expect.stringMatching(/^people\.consent-withdrawn\//) as string, eventId: expect.any(String) as string, outcome: 'done' });
    expect(text()).not.toContain(account.email);
    expect(JSON.stringify(told)).not.toContain(personId);
  });

  it('is not written by whoever asks: addresses and headers leave one harmless line each', async () => {
    const { port, hostname } = new URL(apiUrl());
    const evil = `\u001b[31mEvil%0a{"level":"fatal","msg":"Evil"}`;
    const ask = (request: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const socket = connect(Number(port), hostname, () => socket.write(request)).on('error', reject).on('close', () => resolve()).resume();
      });
    await ask(`GET /api/v1/Evil%0d%0a%1b[2J/${'e'.repeat(4_000)}?Evil=%0a HTTP/1.1\r\nHost: x\r\nUser-Agent: ${evil}${'E'.repeat(9_000)}\r\nX-Request-Id: Evil\r\ntraceparent: Evil\r\nConnection: close\r\n\r\n`);
    await ask(`GET /api/v1/people/Evil HTTP/1.1\r\nHost: Evil\r\nCookie: sampan_session=Evil%0a\r\nAuthorization: Bearer Evil\r\nReferer: ${evil}\r\nConnection: close\r\n\r\n`);
    await ask('EVIL /api/v1/node HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Client().post('auth/sign-in', { email: 'evil\n{"level":"fatal"}@example.org', password: evil });
    const last = await new Client().get('node');
    await lineOf(last.headers.get('x-request-id') ?? '', 'request');
    expect(text()).not.toMatch(/evil|\u001b|eeee/i);
    expect(Math.max(...lines().map((line) => JSON.stringify(line).length))).toBeLessThan(2_500);
  });
});

describe('the metrics', () => {
  const read = (file: string): string => readFileSync(`docker/${file}`, 'utf8');
  const expressions = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => (key === 'expr' && typeof one === 'string' ? [one] : expressions(one))) : [];
  const usedIn = (value: unknown): string[] => [...new Set(expressions(value).flatMap((expression) => expression.match(/\b(?:sampan|http|nodejs|process)_[a-z0-9_]+/g) ?? []))];

  it('have every name that the dashboard and the alerts ask for, and no label that tells of a person', async () => {
    const page = await (await fetch(`${apiUrl()}/metrics`)).text();
    const kinds = new Map([...page.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', kind = '']) => [name, kind]));
    const exposed = new Set([...kinds].flatMap(([name, kind]) => (kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name])));
    const used = [...usedIn(JSON.parse(read('grafana/sampan.json'))), ...usedIn(parse(read('prometheus/alerts.yaml')))];
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((name) => !exposed.has(name))).toEqual([]);
    // Of a label, patterns, codes and names of the source; never an id, an address or a number.
    expect(page).not.toMatch(/="[^"]*(?:[0-9a-f]{8}-[0-9a-f]{4}|@|\d{6})/);
  });

  it('count what is refused, by its code', async () => {
    const failed = async () => Number(/sampan_refusals_total\{code="SIGN_IN_FAILED"\} (\d+)/.exec(await (await fetch(`${apiUrl()}/metrics`)).text())?.[1]);
    const before = await failed();
    await new Client().post('auth/sign-in', { email: 'nobody-at-all@example.org', password: 'a guess that is wrong' });
    expect(await failed()).toBe(before + 1);
  });
});

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { key: string; value: { stringValue?: string } }[];
}

describe('traces, where an operator wants them', () => {
  let collector: Server;
  let product: OwnProduct;
  const received: string[] = [];
  const spans = (): SentSpan[] =>
    received.flatMap((body) => (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));

  beforeAll(async () => {
    collector = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        received.push(Buffer.concat(parts).toString('utf8'));
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => collector.once('listening', resolve));
    product = await startOwnProduct(await freePort(), { SAMPAN_TRACES_URL: `http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/traces` });
    await product.app.get(PostOffice).open();
  });
  afterAll(async () => {
    await product.close();
    collector.close();
  });

  it('join a request, its statements and the news that it caused to the trace of whoever asked, and tell of nobody', async () => {
    const { manager } = product.database;
    const { id: centreId } = await newCentre(manager);
    const { email } = await newUser(manager, { roles: ['registrar'], centreId, passwordHash: await cheaplyHashed });
    const { id: personId } = await newPerson(manager, { centreId });
    await newConsent(manager, { personId, centreId, purpose: 'training' });
    const registrar = new Client(product.url);
    await registrar.post('auth/sign-in', { email, password: PASSWORD });
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const answer = await registrar.post(`people/${personId}/consents`, withdrawal(), { traceparent: `00-${traceId}-b7ad6b7169203331-01` });
    expect(answer.status).toBe(201);
    const mine = await until('the spans of the request and of its news', () => {
      const found = spans().filter((span) => span.traceId === traceId);
      return found.some(({ name }) => name.startsWith('people.consent-withdrawn/')) && found.some(({ name }) => name.startsWith('POST ')) ? found : undefined;
    });
    const request = mine.find(({ name }) => name === 'POST /api/v1/people/:personId/consents');
    expect(request?.parentSpanId).toBe('b7ad6b7169203331');
    const news = mine.find(({ name }) => name.startsWith('people.consent-withdrawn/'));
    expect(news?.parentSpanId).toBe(request?.spanId);
    const statements = mine.filter(({ parentSpanId }) => parentSpanId === request?.spanId).flatMap(({ attributes }) => attributes.filter(({ key }) => key === 'db.query.text').map(({ value }) => value.stringValue ?? ''));
    expect(statements.some((text) => /^INSERT INTO .*consent/i.test(text))).toBe(true);
    expect(statements.some((text) => /^INSERT INTO audit_entry/.test(text))).toBe(true);
    expect(mine.some(({ parentSpanId }) => parentSpanId === news?.spanId)).toBe(true);
    // Nothing of anybody: the people's words travel as parameters, and the address is a pattern.
    const all = received.join('');
    expect(all).not.toContain(personId);
    expect(all).not.toContain(email);
    expect(all).not.toContain('2026-1');
    // What the product asks for itself, all day, is nobody's trace.
    expect(spans().filter(({ name, parentSpanId }) => /^[A-Z]+$/.test(name) && !parentSpanId)).toEqual([]);
  });
});
