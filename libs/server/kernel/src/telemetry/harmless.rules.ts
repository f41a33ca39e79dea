const LONGEST_TEXT = 2_000;
const MOST_FRAMES = 8;
const DEEPEST = 4;
/** With the file that it is in, so that a line of a message that begins with `at` is none. */
const FRAME = /^\s+at (?:.+ \()?(?:file:\/\/|node:|\/|[A-Z]:\\).*:\d+:\d+\)?$/;

/** What is known of a failure beside its words. The names of columns, tables and constraints are ours; `detail` and `parameters` are a person's. */
interface Failure {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly stack?: unknown;
  readonly code?: unknown;
  readonly table?: unknown;
  readonly constraint?: unknown;
  readonly driverError?: Failure;
}

const named = (value: unknown): string | undefined => (typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? value : undefined);

/** Where it happened. The message stands at the head of a stack, over as many lines as it has, and may look like a frame itself. */
export const framesOf = ({ stack, message }: Failure): string[] => {
  const text = typeof stack === 'string' ? stack : '';
  const head = typeof message === 'string' && message ? text.indexOf(message) : -1;
  const after = head < 0 ? text : text.slice(head + String(message).length);
  return after.split('\n').filter((line) => FRAME.test(line)).slice(0, MOST_FRAMES).map((line) => line.trim());
};

/** A failure without its message, which may carry a row's values. */
export const describeFailure = (error: unknown): Record<string, unknown> => {
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const { driverError } = failure;
  const at = framesOf(failure);
  return Object.fromEntries(
    Object.entries({
      failure: named(failure.name) ?? typeof error,
      code: named(driverError?.code ?? failure.code),
      table: named(driverError?.table),
      constraint: named(driverError?.constraint),
      at: at.length > 0 ? at : undefined,
    }).filter(([, value]) => value !== undefined),
  );
};

/** What may be written into a log, of whatever somebody hands over: errors without their words, texts that end. */
export const harmless = (value: unknown, depth = 0): unknown => {
  if (value instanceof Error) {
    return describeFailure(value);
  }
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return value;
  }
  if (depth >= DEEPEST) {
    return '…';
  }
  return Array.isArray(value) ? value.slice(0, 100).map((one) => harmless(one, depth + 1)) : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, harmless(one, depth + 1)]));
};
