import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { VERSION } from '../config/version';

/** Refusals that an alert looks at: their counters are there before the first one, or the first one would not be seen as a rise. */
const LOOKED_AT = ['SIGN_IN_FAILED', 'SIGN_IN_PAUSED', 'SECOND_STEP_FAILED', 'TOO_MANY_REQUESTS', 'DATABASE_UNAVAILABLE', 'DATABASE_SLOW', 'DISK_FULL', 'INTERNAL'];

/** What Prometheus is told of this process. Labels are patterns, codes and names from our own source: their number is bounded, and none tells of a person. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  readonly refusals = new Counter({ name: 'sampan_refusals_total', help: 'Requests that were refused, by the stable code of the answer.', labelNames: ['code'], registers: [this.registry] });

  readonly work = new Histogram({
    name: 'sampan_work_duration_seconds',
    help: 'How long deliveries of events and runs of jobs took, by queue and outcome (done, refused by a rule, failed and tried again).',
    labelNames: ['queue', 'outcome'],
    buckets: [0.05, 0.25, 1, 5, 30, 300, 1_800],
    registers: [this.registry],
  });

  readonly parts = new Gauge({ name: 'sampan_part_ok', help: 'Whether a part that the product stands on is well (1) or slow, full or gone (0).', labelNames: ['part'], registers: [this.registry] });

  constructor() {
    LOOKED_AT.forEach((code) => this.refusals.inc({ code }, 0));
  }

  /** Memory, processor, event loop. Once for each process: it keeps observers that are never taken away. */
  watchProcess(program: string): void {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({ name: 'sampan_build_info', help: 'Which version runs.', labelNames: ['program', 'version'], registers: [this.registry] }).set({ program, version: VERSION }, 1);
  }
}
