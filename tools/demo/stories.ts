import { addDays, StoppedClock, type Config } from '@sampan/kernel';
import type { DataSource } from 'typeorm';
import { Calendar } from './calendar';
import { Caller } from './caller';
import { Chance } from './chance';
import { withRunningProduct } from './running-product';
import { GOALS, ISSUES, NEXT_VISIT, NOTES, SITUATIONS } from './talk';

const SEED = 20_260_202;
/** The moments at which the social worker is looked at, in days before today, and how many talks there are. */
const DAYS: readonly (readonly [daysAgo: number, talks: number])[] = [[320, 6], [210, 7], [150, 7], [95, 7], [60, 6], [35, 6], [18, 6], [9, 6], [4, 5], [1, 4], [0, 4]];
const DIMENSIONS = ['safety', 'physical-health', 'work-skills', 'income', 'financial-management', 'recovery', 'resilience', 'family', 'community', 'rights'];

interface Flag {
  readonly id: string;
  readonly version: number;
}
interface CaseFile {
  readonly id: string;
  readonly version: number;
}
interface Teller {
  readonly worker: Caller;
  readonly supervisor: Caller;
  readonly chance: Chance;
  readonly calendar: Calendar;
  readonly daysAgo: number;
}

/** A year of one social worker, told through the product itself while its clock stands in the past: every rule, event and audit row is real. */
export const tellStories = async (config: Config, dataSource: DataSource, password: string): Promise<void> => {
  const [clock, chance] = [new StoppedClock(new Date().toISOString()), new Chance(SEED)];
  const people = await clientsOf(dataSource);
  await withRunningProduct(config, clock, async (url) => {
    console.log('Telling a year of casework…');
    for (const [daysAgo, talks] of DAYS) {
      // In the morning; today, when it is not morning yet, at this moment: nothing has happened in the future.
      const calendar = new Calendar(new Date(Math.min(Date.parse(`${new Calendar(new Date()).ago(daysAgo)}T02:00:00Z`), Date.now())));
      clock.moveTo(calendar.now.toISOString());
      const [worker, supervisor] = await Promise.all(['socialworker', 'supervisor'].map((name) => Caller.signIn(url, `${name}@demo.sampan.example`, password)));
      for (const personId of takeRegisteredBefore(people, calendar.today, talks)) {
        await tell({ worker: worker!, supervisor: supervisor!, chance, calendar, daysAgo }, personId);
      }
      if (daysAgo > 2) {
        await Promise.all([worker!.post('notifications/read', {}), supervisor!.post('notifications/read', {})]);
      }
    }
  });
};

interface Client {
  readonly id: string;
  readonly registeredOn: string;
}

/** Adults in the social worker's caseload who agreed to be screened. */
const clientsOf = (dataSource: DataSource): Promise<Client[]> =>
  dataSource.query(
    `SELECT p.id, p.registered_on::text AS "registeredOn" FROM person p
     JOIN caseload_entry c ON c.person_id = p.id AND c.to_on IS NULL
     JOIN app_user u ON u.id = c.user_id AND u.email = 'socialworker@demo.sampan.example'
     JOIN consent k ON k.person_id = p.id AND k.purpose = 'risk-screening' AND k.answer = 'given'
     WHERE p.birth_date < p.registered_on - interval '19 years' AND NOT p.age_in_doubt ORDER BY p.registered_on, p.id`,
  );

const takeRegisteredBefore = (people: Client[], day: string, most: number): string[] => {
  const taken: string[] = [];
  for (let at = 0; at < people.length && taken.length < most; ) {
    const late = people[at]!.registeredOn >= day;
    if (late) {
      break;
    }
    taken.push(...people.splice(at, 1).map(({ id }) => id));
    at += 2;
  }
  return taken;
};

/** One talk, and what follows from it. */
const tell = async (teller: Teller, personId: string): Promise<void> => {
  const { worker, chance, calendar } = teller;
  const answers = Object.entries(chance.pick(SITUATIONS[chance.weighted([[0, 42], [1, 34], [2, 24]])]!)).map(([item, rating]) => ({ item, rating }));
  await worker.post(`people/${personId}/screenings`, { instrumentId: 'online-scam-exposure-1', screenedOn: calendar.today, answers });
  const { items } = await worker.get<{ items: Flag[] }>(`flags?personId=${personId}`);
  if (items[0]) {
    await decide(teller, personId, items[0]);
  } else if (chance.happens(0.2)) {
    const opened = await worker.post<CaseFile>('cases', { personId, source: 'self', presentingIssue: chance.pick(ISSUES) });
    await work(teller, opened);
  }
};

const decide = async (teller: Teller, personId: string, { id, version }: Flag): Promise<void> => {
  const { worker, chance, calendar, daysAgo } = teller;
  const decision = chance.weighted([['accept', 60], ['dismiss', 16], ['defer', daysAgo < 60 ? 8 : 0], ['wait', daysAgo < 20 ? 40 : 0]] as const);
  if (decision === 'dismiss') {
    await worker.post(`flags/${id}/review`, { action: 'dismiss', version, reason: 'We looked at the offer together; the company is known and was checked.' });
  }
  if (decision === 'defer') {
    await worker.post(`flags/${id}/review`, { action: 'defer', version, reason: 'Asked for time until after the harvest.', deferUntil: addDays(calendar.today, 45) });
  }
  if (decision === 'accept') {
    await worker.post(`flags/${id}/review`, { action: 'accept', version, reason: 'We talked; help is welcome.', offerOfHelp: chance.pick(['talk', 'offer-check', 'livelihood', 'back-to-training', 'safe-work']) });
    await work(teller, await openedCase(worker, personId));
  }
};

/** The case opens by news; it arrives in its own time. */
const openedCase = async (worker: Caller, personId: string): Promise<CaseFile> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { items } = await worker.get<{ items: CaseFile[] }>(`cases?personId=${personId}`);
    if (items[0]) {
      return items[0];
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The case of an accepted flag did not open.');
};

const work = async (teller: Teller, { id }: CaseFile): Promise<void> => {
  const { worker, chance, calendar, daysAgo } = teller;
  const versionOf = async (): Promise<number> => (await worker.get<CaseFile>(`cases/${id}`)).version;
  await worker.post(`cases/${id}/intake`, { presentingIssue: chance.pick(ISSUES), version: await versionOf() });
  if (daysAgo < 2 && chance.happens(0.4)) {
    return;
  }
  await assess(teller, id, 'intake');
  const goal = chance.pick(GOALS);
  const goalId = chance.id(calendar.now);
  await worker.post(`cases/${id}/goals`, { id: goalId, text: goal.text, dimension: goal.dimension });
  // What is long ago has been done; what is left is the next visit.
  const isOld = daysAgo > 60 || (daysAgo > 20 && chance.happens(0.9));
  for (const [place, text] of goal.steps.entries()) {
    const stepId = chance.id(calendar.now);
    await worker.post(`cases/${id}/goals/${goalId}/steps`, { id: stepId, text, owner: place === 0 ? 'worker' : 'client', dueOn: addDays(calendar.today, chance.whole(3, 25)) });
    if (isOld) {
      await worker.post(`cases/${id}/steps/${stepId}/done`, { version: 1 });
    }
  }
  if (isOld) {
    await worker.post(`cases/${id}/goals/${goalId}/steps`, { text: NEXT_VISIT, owner: 'worker', dueOn: addDays(calendar.today, daysAgo + chance.whole(-3, 18)) });
    await finishTasks(teller, id);
  }
  if (chance.happens(0.85)) {
    await worker.post(`cases/${id}/plan/agreement`, { agreedWith: 'client', version: await versionOf() });
  }
  await worker.post(`cases/${id}/notes`, { level: 'ordinary', text: chance.pick(NOTES) });
  if (chance.happens(0.25)) {
    await worker.post(`cases/${id}/notes`, { level: 'level-3', section: 'exploitation-history', text: 'Told of the months away. Does not wish this to be shared.' });
  }
  if (daysAgo > 90 && chance.happens(0.7)) {
    await close(teller, id, await versionOf());
  }
};

const assess = ({ worker, chance, calendar }: Teller, id: string, occasion: 'intake' | 'closure'): Promise<unknown> => {
  const least = occasion === 'intake' ? 1 : 2;
  const scores = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, chance.whole(least, occasion === 'intake' ? 3 : 4)]));
  const low = Object.entries(scores).filter(([, score]) => score <= 2);
  return worker.post(`cases/${id}/assessments`, { occasion, observedOn: calendar.today, scores, reasons: Object.fromEntries(low.map(([dimension]) => [dimension, 'Comes later, in agreement with the person.'])) });
};

const finishTasks = async ({ worker }: Teller, caseId: string): Promise<void> => {
  const tasks = await worker.get<{ items: { id: string; version: number }[] }>(`tasks?caseId=${caseId}&assignedTo=anybody`);
  for (const task of tasks.items) {
    await worker.post(`tasks/${task.id}/done`, { version: task.version });
  }
};

/** The supervisor decides about the closure. */
const close = async (teller: Teller, id: string, version: number): Promise<void> => {
  const { worker, supervisor, chance } = teller;
  await finishTasks(teller, id);
  await assess(teller, id, 'closure');
  const { version: now } = await worker.get<CaseFile>(`cases/${id}`).catch(() => ({ version }));
  await worker.post(`cases/${id}/closure`, { reason: 'goals-met', outcome: chance.pick(['safe-in-work', 'safe-in-training', 'safe-without-work']), version: now });
  await supervisor.post(`cases/${id}/closure/decision`, { decision: 'approved' });
};
