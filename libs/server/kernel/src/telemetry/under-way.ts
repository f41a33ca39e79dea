import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from './traces';

/**
 * What a chain of calls is part of: a request, or a letter or job that a request caused. For logs and traces only; nothing is
 * ever decided by it (the viewer is passed by hand). Ids, never names.
 */
export interface UnderWay {
  readonly requestId?: string | undefined;
  /** Known only after the guard has run. */
  readonly account?: string | undefined;
  readonly queue?: string;
  readonly eventId?: string;
  readonly jobId?: string;
  readonly span?: Span | undefined;
}

/** What travels with a letter, so that its log lines and its trace can be found from the request that caused it. */
export interface Cause {
  readonly requestId?: string;
  readonly traceparent?: string;
}

const current = new AsyncLocalStorage<UnderWay>();

export const underWay = (): UnderWay | undefined => current.getStore();

export const asPartOf = <T>(what: UnderWay, action: () => T): T => current.run(what, action);

/** Undefined where nobody asked: a job that the calendar starts. */
export const causeOfThis = (): Cause | undefined => {
  const { requestId, span } = current.getStore() ?? {};
  return requestId || span ? { ...(requestId ? { requestId } : {}), ...(span ? { traceparent: span.traceparent } : {}) } : undefined;
};
