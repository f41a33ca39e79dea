import { Injectable, Logger } from '@nestjs/common';
import { Metrics } from './metrics';
import { Traces } from './traces';
import { asPartOf, type Cause } from './under-way';

/** `refused`: a rule said no, and trying again is of no use. */
export type WorkOutcome = 'done' | 'refused';

interface Sent {
  readonly cause?: Cause;
  readonly eventId?: unknown;
  readonly jobId?: unknown;
}

const idIn = (value: unknown): { readonly id?: string } => (typeof value === 'string' ? { id: value } : {});

/** Runs what a letter asks for as part of the request that caused it, and tells log, metrics and traces how it went. */
@Injectable()
export class ObservedWork {
  private readonly logger = new Logger('Work');

  constructor(
    private readonly metrics: Metrics,
    private readonly traces: Traces,
  ) {}

  run(queue: string, letterId: string, data: unknown, action: () => Promise<WorkOutcome | void>): Promise<void> {
    const { cause, eventId, jobId } = (data ?? {}) as Sent;
    // A job that the calendar starts has the id of its letter.
    const ids = queue.startsWith('job/') ? { jobId: idIn(jobId).id ?? letterId } : { eventId: idIn(eventId).id ?? letterId };
    const span = this.traces.begin({ name: queue, kind: 'consumer', parent: cause?.traceparent, facts: { 'messaging.destination.name': queue, 'messaging.message.id': letterId } });
    return asPartOf({ requestId: cause?.requestId, queue, ...ids, span }, async () => {
      const began = performance.now();
      const tell = (outcome: WorkOutcome | 'failed', failure?: string): void => {
        const ms = performance.now() - began;
        this.metrics.work.observe({ queue, outcome }, ms / 1_000);
        span?.end({ facts: { outcome }, failure });
        this.logger.log({ outcome, ms: Math.round(ms) }, 'work');
      };
      try {
        tell((await action()) ?? 'done');
      } catch (error) {
        tell('failed', (error as Error).name);
        throw error;
      }
    });
  }
}
