import fc from 'fast-check';
import { TASK_KINDS } from '../tasks/task.rules';
import { type PersonsWork, type Waiting, whomToCallFirst } from './today.rules';

const today = '2026-03-10';
const ranked = (people: Readonly<Record<string, readonly Waiting[]>>) =>
  whomToCallFirst(new Map(Object.entries(people).map(([personId, things]) => [personId, { today, things }])));
const order = (people: Readonly<Record<string, readonly Waiting[]>>): string[] =>
  ranked(people).map(({ personId }) => personId);
const reasonsOf = (...things: Waiting[]) => ranked({ sokha: things })[0]?.reasons;

const task = (
  dueOn: string,
  taskKind: (typeof TASK_KINDS)[number] = 'general',
  detail: string | null = null,
): Waiting => ({
  kind: 'task',
  taskKind,
  dueOn,
  detail,
});
const step = (dueOn: string): Waiting => ({ kind: 'step', dueOn });
const flag = (respondBy: string, tier = 'high'): Waiting => task(respondBy, 'review-flag', tier);

describe('whom to call first', () => {
  it('puts a flag that nobody answered in time before anything else', () => {
    expect(order({ step: [step('2026-02-01')], flag: [flag('2026-03-09')] })).toEqual(['flag', 'step']);
  });

  it('puts an urgent flag first from the moment it is raised', () => {
    expect(order({ late: [task('2026-03-01')], urgent: [flag('2026-03-10', 'urgent')] })).toEqual(['urgent', 'late']);
  });

  it('puts what is overdue before what is due today, and that before what comes', () => {
    expect(order({ coming: [step('2026-03-12')], today: [task('2026-03-10')], late: [step('2026-03-09')] })).toEqual([
      'late',
      'today',
      'coming',
    ]);
  });

  it('puts the longest overdue first', () => {
    expect(order({ one: [task('2026-03-09')], ten: [task('2026-02-28')] })).toEqual(['ten', 'one']);
  });

  it('puts the person with more waiting first when all else is equal', () => {
    expect(order({ one: [step('2026-03-09')], two: [step('2026-03-09'), step('2026-03-12')] })).toEqual(['two', 'one']);
  });

  it('counts days where the person is served', () => {
    const work = new Map([
      ['bangkok', { today: '2026-03-10', things: [task('2026-03-10')] }],
      ['after-midnight', { today: '2026-03-11', things: [task('2026-03-10')] }],
    ]);
    expect(whomToCallFirst(work).map(({ personId }) => personId)).toEqual(['after-midnight', 'bangkok']);
  });

  it('treats a second missed check as an alert, and a first as work', () => {
    expect(
      order({
        late: [task('2026-03-01')],
        first: [task('2026-03-10', 'follow-up-missed', '1')],
        second: [task('2026-03-10', 'follow-up-missed', '2')],
      }),
    ).toEqual(['second', 'late', 'first']);
  });

  it('treats a labour concern on its day as for now', () => {
    expect(order({ late: [task('2026-03-01')], concern: [task('2026-03-10', 'labour-concern', 'critical')] })).toEqual([
      'concern',
      'late',
    ]);
  });

  it('leaves out who has nothing within a week', () => {
    expect(order({ far: [task('2026-03-18')], near: [task('2026-03-17')] })).toEqual(['near']);
  });

  it('is the same order at every reading', () => {
    const things = fc.oneof(
      fc
        .constantFrom('2026-03-01', '2026-03-10', '2026-03-14')
        .chain((day) => fc.constantFrom(task(day), step(day), flag(day))),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 8 }), fc.array(things, { minLength: 8 }), (ids, pool) => {
        const people = ids.map((id, index): [string, PersonsWork] => [id, { today, things: [pool[index]!] }]);
        expect(whomToCallFirst(new Map([...people].reverse()))).toEqual(whomToCallFirst(new Map(people)));
      }),
    );
  });
});

describe('the reasons', () => {
  it('say in plain words what waits, and the most pressing first', () => {
    expect(reasonsOf(step('2026-03-12'), task('2026-03-07'), flag('2026-03-08'))).toEqual([
      { key: 'today.reason.flag-overdue', params: { tier: 'high', days: 2 } },
      { key: 'today.reason.task-overdue', params: { days: 3 } },
      { key: 'today.reason.step-coming', params: { days: 2 } },
    ]);
  });

  it('say how often somebody could not be reached', () => {
    expect(reasonsOf(task('2026-03-10', 'follow-up-missed', '2'))).toEqual([
      { key: 'today.reason.unreachable', params: { times: 2 } },
    ]);
  });

  it.each(TASK_KINDS)('have words for a task of kind %s', (kind) => {
    expect(reasonsOf(task('2026-03-10', kind, 'high'))?.[0]?.key).toMatch(/^today\.reason\.[a-z-]+-today$/);
  });
});
