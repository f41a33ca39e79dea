import { EventEmitter } from 'node:events';
import { QueryFailedError } from 'typeorm';
import { tellCrashes } from './crashes';
import { StructuredLog } from './log';
import { readable } from './readable.rules';
import { asPartOf } from './under-way';

const ANSI = '\u001b[2J\u001b[31m';

/** What a log writes while something is said. */
const written = (say: (log: StructuredLog) => void): string[] => {
  const lines: string[] = [];
  say(new StructuredLog({ level: 'info', program: 'api' }, { write: (line) => void lines.push(line) }));
  return lines;
};
const one = (say: (log: StructuredLog) => void): Record<string, unknown> => JSON.parse(written(say)[0] ?? '') as Record<string, unknown>;

describe('a line of the log', () => {
  it('says how grave it is, when, who writes and which version', () => {
    const line = one((log) => log.warn({ seconds: 13 }, 'Not in time', 'Stopping'));
    expect(line).toMatchObject({ level: 'warn', program: 'api', context: 'Stopping', seconds: 13, msg: 'Not in time' });
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(line['version']).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('names the request, the account, the letter and the trace that it is part of, and nothing outside of one', () => {
    const about = { requestId: 'r-1', account: 'u-1', queue: 'q', eventId: 'e-1', span: { traceId: 't-1', traceparent: '', end: () => undefined } };
    expect(asPartOf(about, () => one((log) => log.log('said')))).toMatchObject({ requestId: 'r-1', account: 'u-1', queue: 'q', eventId: 'e-1', traceId: 't-1' });
    expect(one((log) => log.log('said'))).not.toHaveProperty('requestId');
  });

  it.each([
    ['as it is', (log: StructuredLog, error: Error) => log.error(error, 'Jobs')],
    ['with its stack, as Nest does', (log: StructuredLog, error: Error) => log.error('Something failed', error.stack, 'ExceptionsHandler')],
    ['beside other things', (log: StructuredLog, error: Error) => log.error({ error }, 'Failed', 'Jobs')],
    ['deep in other things', (log: StructuredLog, error: Error) => log.error({ first: { second: [error] } }, 'Failed', 'Jobs')],
    ['as the error of pino', (log: StructuredLog, error: Error) => log.error({ err: error })],
  ])('tells where something failed and no word of a row: %s', (_, say) => {
    const driverError = Object.assign(new Error('invalid input: "Sok Dara"\n    at Sok (Dara:1:1)'), {
      code: '23505', detail: 'Key (phone)=(+85512345678) already exists.', parameters: ['+85512345678'], table: 'contact', constraint: 'contact_phone_key', where: 'Sok Dara',
    });
    const [line = ''] = written((log) => say(log, new QueryFailedError('INSERT INTO contact VALUES ($1)', ['+85512345678'], driverError)));
    expect(line).not.toMatch(/Sok|Dara|85512345678/);
    expect(line).toContain('log.spec.ts');
  });

  it('names the constraint and the state of the database, which are ours', () => {
    const driverError = Object.assign(new Error('no'), { code: '23505', table: 'contact', constraint: 'contact_phone_key' });
    expect(one((log) => log.error(new QueryFailedError('x', [], driverError)))).toMatchObject({ failure: 'QueryFailedError', code: '23505', table: 'contact', constraint: 'contact_phone_key' });
  });

  it.each([`${ANSI}\nlevel`, '{"level":"fatal"}\r\n{"level":"fatal"}', '\u2028\u0000', 'x'.repeat(10_000)])('stays one line that ends, whatever text somebody brings in', (text) => {
    for (const line of [...written((log) => log.log(text, 'Nest')), ...written((log) => log.log({ text }, 'said', 'Nest'))]) {
      expect(line.trimEnd()).not.toMatch(/\n|\r|\u001b|\u0000/);
      expect(line.length).toBeLessThan(2_500);
      expect(JSON.parse(line)).toMatchObject({ level: 'info' });
    }
  });

  it('is readable in a terminal, and steers it by nothing that it says', () => {
    const [line = ''] = written((log) => log.warn({ route: '/people/:personId', text: `${ANSI}\nnext` }, `Look ${ANSI}`, 'Request'));
    const shown = readable(line);
    expect(shown).toMatch(/^\d\d:\d\d:\d\d {2}WARN {3}Look .* {2}route=\/people\/:personId {2}/);
    expect(shown.trimEnd()).not.toMatch(/\n|\u001b/);
  });
});

describe('a failure that nobody catches', () => {
  class Program extends EventEmitter {
    readonly ends: number[] = [];
    exit(code: number): void {
      this.ends.push(code);
    }
  }

  it('ends the process with one line, without the words of the failure', () => {
    const program = new Program();
    const lines = written((log) => {
      tellCrashes(log, program);
      program.emit('uncaughtException', new TypeError('Sok Dara is not iterable'), 'unhandledRejection');
    });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'fatal', failure: 'TypeError', msg: 'A promise failed and nobody heard; the process ends.' });
    expect(lines[0]).not.toContain('Sok');
    expect(program.ends).toEqual([1]);
  });

  it('and a warning of Node is a line like all others', () => {
    const program = new Program();
    program.on('warning', () => expect('Node writes text').toBe('no more'));
    const lines = written((log) => {
      tellCrashes(log, program);
      program.emit('warning', Object.assign(new Error('old'), { name: 'DeprecationWarning', code: 'DEP0001' }));
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', warning: 'DeprecationWarning', code: 'DEP0001', msg: 'old' });
  });
});
