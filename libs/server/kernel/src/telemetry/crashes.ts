import { describeFailure } from './harmless.rules';
import type { StructuredLog } from './log';

interface Warned extends Error {
  readonly code?: string;
}

interface Program extends Pick<NodeJS.EventEmitter, 'on' | 'removeAllListeners'> {
  exit(code: number): void;
}

/** What nobody caught ends the process, as one line like all others: where, not what, because its words may carry a row's values. */
export const tellCrashes = (log: StructuredLog, program: Program = process): void => {
  program.on('uncaughtException', (error: unknown, origin: string) => {
    const what = origin === 'unhandledRejection' ? 'A promise failed and nobody heard; the process ends.' : 'Nobody caught a failure; the process ends.';
    log.fatal(describeFailure(error), what, 'Process');
    program.exit(1);
  });
  // Node's own way writes several lines of text.
  program.removeAllListeners('warning');
  program.on('warning', ({ name, code, message }: Warned) => log.warn({ warning: name, code }, message, 'Process'));
};
