import { addressOf, upload, type Composed } from '../matrix/callers';
import type { Operation } from '../matrix/operations';
import type { Fault } from './hostile';

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly address: string;
  readonly body: string | FormData | undefined;
  readonly headers: Record<string, string>;
}

type Node = Record<string, unknown> | unknown[];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every place of a body, as the object that holds it and the key. */
const placesOf = (node: Node): (readonly [Node, string])[] =>
  Object.keys(node).flatMap((key) => {
    const value = (node as Record<string, unknown>)[key];
    return [[node, key] as const, ...(isNode(value) ? placesOf(value) : [])];
  });

const EXTRA_NAMES = ['__proto__', 'constructor', 'version', 'id', 'centreId', 'personId', 'createdAt', 'roles', 'permissions', 'isAdmin', 'ស', ' ', ''];
/** A header cannot hold what is not Latin; the client itself would refuse. */
const headerOf = (value: unknown): string => String(JSON.stringify(value) ?? '').replace(/[^\x20-\x7e]/g, '?').slice(0, 4000);
/** An address cannot hold half a character. */
const wellFormed = (text: string): string => Buffer.from(text).toString('utf8');
const segmentOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(wellFormed(text)).slice(0, 3000) || '%20';
};

/** The valid request with its faults, in their order. */
export const breakRequest = (valid: Composed, operation: Operation, faults: readonly Fault[]): Sent => {
  const body = valid.body ? (structuredClone(valid.body) as Record<string, unknown>) : undefined;
  const query: Record<string, unknown> = { ...valid.query };
  const headers: Record<string, string> = {};
  let { path } = valid;
  let raw: { text: string; type: string } | null = null;
  for (const fault of faults) {
    switch (fault.kind) {
      case 'body-raw':
        raw = fault;
        break;
      case 'query':
        query[operation.queryNames[fault.at % Math.max(operation.queryNames.length, 1)] ?? 'limit'] = textOf(fault.value);
        break;
      case 'path':
        path = path.split('/').map((segment, index, all) => (index === all.length - 1 - (fault.at % 2) ? segmentOf(fault.value) : segment)).join('/');
        break;
      case 'header':
        headers[['idempotency-key', 'if-match', 'accept', 'accept-language', 'x-request-id', 'authorization', 'range', 'x-forwarded-for'][fault.at % 8] ?? 'accept'] = headerOf(fault.value);
        break;
      default:
        changeBody(body, fault);
    }
  }
  const address = addressOf({ path, query });
  if (raw && valid.method !== 'GET' && valid.method !== 'DELETE') {
    return { method: valid.method, address, body: raw.text, headers: raw.type ? { ...headers, 'content-type': raw.type } : headers };
  }
  if (valid.isUpload) {
    return { method: valid.method, address, body: upload(body ?? {}), headers };
  }
  return { method: valid.method, address, body: body ? JSON.stringify(body) : undefined, headers: body ? { 'content-type': 'application/json', ...headers } : headers };
};

const textOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return wellFormed(text).slice(0, 4000);
};

const changeBody = (body: Record<string, unknown> | undefined, fault: Exclude<Fault, { kind: 'body-raw' }>): void => {
  if (!body) {
    return;
  }
  if (fault.kind === 'body-extra') {
    // Not by assignment: `__proto__` must stand in the text as a name.
    Object.defineProperty(body, EXTRA_NAMES[fault.at % EXTRA_NAMES.length] ?? 'extra', { value: structuredClone(fault.value), enumerable: true, configurable: true, writable: true });
    return;
  }
  const places = placesOf(body);
  const place = places[fault.at % Math.max(places.length, 1)];
  if (!place) {
    return;
  }
  const [holder, key] = place;
  if (fault.kind === 'body-missing') {
    delete (holder as Record<string, unknown>)[key];
  } else if ('value' in fault) {
    // A copy: the next fault may change what stands inside, and the same value may stand elsewhere.
    (holder as Record<string, unknown>)[key] = structuredClone(fault.value);
  }
};
