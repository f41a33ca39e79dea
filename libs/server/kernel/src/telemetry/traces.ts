import type { DataSource } from 'typeorm';
import { describeFailure } from './harmless.rules';
import { shownStatement, verbOf } from './statement.rules';
import { underWay } from './under-way';

export interface Span {
  readonly traceId: string;
  /** W3C: how somebody else hangs their part of the work on this one. */
  readonly traceparent: string;
  end(outcome?: SpanOutcome): void;
}

export interface SpanOutcome {
  /** When only the end knows what it was, as with the route of a request. */
  readonly name?: string;
  readonly facts?: SpanFacts;
  /** The class of what went wrong. */
  readonly failure?: string | undefined;
}

export type SpanFacts = Readonly<Record<string, string | number>>;

export interface SpanStart {
  readonly name: string;
  readonly kind: 'server' | 'consumer' | 'client';
  readonly facts?: SpanFacts;
  /** What it is part of: one of our spans, or a `traceparent` from elsewhere. Anything else begins a trace. */
  readonly parent?: Span | string | undefined;
}

/** Where the time of a request went, for whoever collects it with OpenTelemetry. Off unless SAMPAN_TRACES_URL is set. */
export abstract class Traces {
  /** Undefined where traces are off. */
  abstract begin(start: SpanStart): Span | undefined;

  /** Sends what is left. */
  abstract close(): Promise<void>;

  /** A statement of the database, as part of whatever is under way; what the product asks for itself is nobody's trace. */
  async statement<T>(text: string, action: () => Promise<T>): Promise<T> {
    const parent = underWay()?.span;
    const span = parent && this.begin({ name: verbOf(text), kind: 'client', parent, facts: { 'db.system.name': 'postgresql', 'db.query.text': shownStatement(text) } });
    if (!span) {
      return action();
    }
    try {
      const result = await action();
      span.end();
      return result;
    } catch (error) {
      span.end({ failure: String(describeFailure(error)['code'] ?? describeFailure(error)['failure']) });
      throw error;
    }
  }
}

export class NoTraces extends Traces {
  begin(): undefined {
    return undefined;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Every statement that TypeORM runs passes a query runner; where traces are off none is touched. */
export const traced = (dataSource: DataSource, traces: Traces): DataSource => {
  if (traces instanceof NoTraces) {
    return dataSource;
  }
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner);
    runner.query = (text: string, ...more: unknown[]) => traces.statement(text, () => query(text, ...(more as [])));
    return runner;
  };
  return dataSource;
};
