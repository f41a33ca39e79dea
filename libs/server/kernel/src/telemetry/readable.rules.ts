/** Known from the line itself, or of no use to somebody who looks on. */
const LEFT_OUT = new Set(['level', 'time', 'msg', 'program', 'version', 'pid']);

/** One line of the log for somebody at a terminal. Values stay as JSON writes them, so that none can move the cursor or begin a line. */
export const readable = (line: string): string => {
  const { level, time, msg, ...rest } = JSON.parse(line) as { level: string; time: string; msg?: string };
  const fields = Object.entries(rest).filter(([key]) => !LEFT_OUT.has(key)).map(([key, value]) => `${key}=${typeof value === 'string' && /^[\w.:/-]+$/.test(value) ? value : JSON.stringify(value)}`);
  return `${[time.slice(11, 19), level.toUpperCase().padEnd(5), ...(msg ? [withoutControls(msg)] : []), ...fields].join('  ')}\n`;
};

const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Our own messages have line ends, where they list what is wrong; anything else that steers a terminal is shown, not done. */
const withoutControls = (text: string): string => text.replaceAll(CONTROLS, (one) => (one === '\n' ? '\n' : `\\u${one.codePointAt(0)?.toString(16).padStart(4, '0')}`));
