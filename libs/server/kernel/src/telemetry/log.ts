import type { LoggerService } from '@nestjs/common';
import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/config';
import { VERSION } from '../config/version';
import { describeFailure, framesOf, harmless } from './harmless.rules';
import { readable } from './readable.rules';
import { underWay } from './under-way';

export interface LogSettings {
  readonly level: LogLevel;
  /** Which of our programs writes: `api`, `worker`. */
  readonly program: string;
}

/** What every line says of the request, letter or job that it belongs to. */
const whatItIsPartOf = (): Record<string, unknown> => {
  const { requestId, account, queue, eventId, jobId, span } = underWay() ?? {};
  return { requestId, account, queue, eventId, jobId, traceId: span?.traceId };
};

/** One JSON object a line; for somebody who watches in a terminal, readable lines instead. */
const whereTo = (): DestinationStream => (process.stdout.isTTY ? { write: (line) => void process.stdout.write(readable(line)) } : destination({ fd: 1, sync: true }));

const open = ({ level, program }: LogSettings, stream: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { program, version: VERSION, pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      mixin: whatItIsPartOf,
      formatters: { level: (label) => ({ level: label }), log: (fields) => harmless(fields) as Record<string, unknown> },
    },
    stream,
  );

/** Who tells each route and module at every start: several hundred lines of which nobody needs one. */
const CHATTERERS = new Set<unknown>(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Where everything that Nest and we have to say is written. Nobody else writes to the standard output. */
export class StructuredLog implements LoggerService {
  private readonly lines: Logger;
  readonly log = this.at('info');
  readonly warn = this.at('warn');
  readonly error = this.at('error');
  readonly fatal = this.at('fatal');
  readonly debug = this.at('debug');

  constructor(settings: LogSettings, stream: DestinationStream = whereTo()) {
    this.lines = open(settings, stream);
  }

  /** As Nest calls it: what, then more of it, and at the end who says it. */
  private at(level: 'info' | 'warn' | 'error' | 'fatal' | 'debug') {
    return (what: unknown, ...more: unknown[]): void => {
      const context = more.length > 0 ? more.at(-1) : undefined;
      const [next] = more.slice(0, -1);
      const write = this.lines[level === 'info' && CHATTERERS.has(context) ? 'debug' : level].bind(this.lines);
      if (typeof what === 'string') {
        const at = framesOf({ stack: next, message: what });
        write({ context, ...(at.length > 0 ? { at } : {}) }, String(harmless(what)));
        return;
      }
      const fields = what instanceof Error ? describeFailure(what) : (what as object);
      write({ context, ...fields }, typeof next === 'string' ? String(harmless(next)) : 'See the fields.');
    };
  }
}
