import { isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Span as OtelSpan, type SpanContext } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Config } from '../config/config';
import { VERSION } from '../config/version';
import { Traces, type Span, type SpanStart } from './traces';

const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER, client: SpanKind.CLIENT } as const;
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const SEND_EVERY_MS = 2_000;

/** OTLP over HTTP. Imported only where traces are on. Headers for the collector: OpenTelemetry's own OTEL_EXPORTER_OTLP_HEADERS. */
export class OpenTelemetry extends Traces {
  private readonly provider: TracerProvider;

  constructor({ tracesUrl, schema }: Pick<Config, 'schema'> & { tracesUrl: string }) {
    super();
    this.provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'sampan', 'service.namespace': schema, 'service.version': VERSION }),
      // Whoever began the trace says whether it is recorded.
      sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
      spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: tracesUrl }), scheduledDelayMillis: SEND_EVERY_MS })],
    });
  }

  begin({ name, kind, facts, parent }: SpanStart): Span {
    return new RunningSpan(this.provider.getTracer('sampan', VERSION).startSpan(name, { kind: KINDS[kind], ...(facts ? { attributes: { ...facts } } : {}) }, contextOf(parent)));
  }

  async close(): Promise<void> {
    await this.provider.shutdown().catch(() => undefined);
  }
}

class RunningSpan implements Span {
  readonly traceId: string;
  readonly traceparent: string;

  constructor(readonly inner: OtelSpan) {
    const { traceId, spanId, traceFlags } = inner.spanContext();
    this.traceId = traceId;
    this.traceparent = `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  }

  end({ name, facts, failure }: Parameters<Span['end']>[0] = {}): void {
    if (name) {
      this.inner.updateName(name);
    }
    this.inner.setAttributes({ ...facts, ...(failure ? { 'error.type': failure } : {}) });
    if (failure) {
      // Never the message of the failure.
      this.inner.setStatus({ code: SpanStatusCode.ERROR });
    }
    this.inner.end();
  }
}

const contextOf = (parent: SpanStart['parent']): Context => {
  const from = typeof parent === 'string' ? remoteOf(parent) : parent instanceof RunningSpan ? parent.inner.spanContext() : null;
  return from ? trace.setSpanContext(ROOT_CONTEXT, from) : ROOT_CONTEXT;
};

const remoteOf = (traceparent: string): SpanContext | null => {
  const [, traceId = '', spanId = '', flags = '00'] = TRACEPARENT.exec(traceparent) ?? [];
  const context: SpanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : null;
};
