import { Injectable } from '@nestjs/common';
import { addDays, Clock, type Day, todayIn, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Contacts, People } from '@sampan/people';
import { Flags } from '@sampan/risk';
import { toCasePerson } from '../cases/case-presenter';
import { CasesRepository } from '../cases/cases.repository';
import { PlansRepository } from '../plans/plans.repository';
import type { Task } from '../tasks/task.entity';
import { TasksRepository } from '../tasks/tasks.repository';
import { type KnownContact, safeContacts } from './safe-contact.rules';
import type { TodayDto } from './today.dto';
import { DAYS_AHEAD, type PersonsWork, type Waiting, whomToCallFirst } from './today.rules';

/** A day further than any time zone of the region, so that nothing is missed before the days are counted exactly. */
const WIDEST = DAYS_AHEAD + 1;

/** As many as somebody can call in a day, with some left over. */
const MOST = 40;

/** A social worker's morning: whom to call first, why, and by which means it is safe. */
@Injectable()
export class Today {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly plans: PlansRepository,
    private readonly cases: CasesRepository,
    private readonly people: People,
    private readonly contacts: Contacts,
    private readonly flags: Flags,
    private readonly centres: Centres,
    private readonly clock: Clock,
  ) {}

  async get(viewer: Viewer): Promise<TodayDto> {
    const ranked = whomToCallFirst(await this.workOf(viewer)).slice(0, MOST);
    const ids = ranked.map(({ personId }) => personId);
    const people = await this.people.summaries(viewer, ids);
    const contacts = await this.contactsOf(viewer, [...people.keys()]);
    const cases = await this.cases.openCaseIds(viewer, ids);
    return {
      people: ranked.flatMap(({ personId, urgency, reasons }) => {
        const person = people.get(personId);
        return person
          ? [
              {
                person: toCasePerson(person),
                caseId: cases.get(personId) ?? null,
                urgency,
                reasons,
                contact: safeContacts(contacts.get(personId) ?? []),
              },
            ]
          : [];
      }),
    };
  }

  private async workOf(viewer: Viewer): Promise<ReadonlyMap<string, PersonsWork>> {
    const dueBy = addDays(todayIn(this.clock, 'UTC'), WIDEST);
    const tasks = await this.stillAsked(viewer, await this.tasks.listOpenOf(viewer, viewer.userId, dueBy));
    const steps = await this.plans.listOpenOf(viewer, viewer.userId, dueBy);
    const days = await this.daysAt([...tasks, ...steps].map(({ centreId }) => centreId));

    const work = new Map<string, { today: Day; things: Waiting[] }>();
    const add = (personId: string, centreId: string, thing: Waiting): void => {
      const known = work.get(personId) ?? { today: days.get(centreId)!, things: [] };
      known.things.push(thing);
      work.set(personId, known);
    };
    for (const { personId, centreId, kind, dueOn, detail } of tasks) {
      add(personId, centreId, { kind: 'task', taskKind: kind, dueOn, detail });
    }
    for (const { personId, centreId, dueOn } of steps) {
      add(personId, centreId, { kind: 'step', dueOn });
    }
    return work;
  }

  /** A flag that somebody has answered, or put off until later, is not on anybody's day; its task may still stand open. */
  private async stillAsked(viewer: Viewer, tasks: readonly Task[]): Promise<readonly Task[]> {
    const people = [...new Set(tasks.filter(({ kind }) => kind === 'review-flag').map(({ personId }) => personId))];
    if (people.length === 0) {
      return tasks;
    }
    const flags = await this.flags.openFor(viewer, people);
    const waiting = new Set(flags.filter(({ state }) => state !== 'deferred').map(({ flagId }) => flagId));
    return tasks.filter(({ kind, sourceId }) => kind !== 'review-flag' || (sourceId !== null && waiting.has(sourceId)));
  }

  private async contactsOf(
    viewer: Viewer,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly KnownContact[]>> {
    const contacts = new Map<string, readonly KnownContact[]>();
    for (const personId of personIds) {
      contacts.set(personId, await this.contacts.list(viewer, personId));
    }
    return contacts;
  }

  private async daysAt(centreIds: readonly string[]): Promise<ReadonlyMap<string, Day>> {
    const days = new Map<string, Day>();
    for (const centreId of new Set(centreIds)) {
      days.set(centreId, await this.centres.todayAt(centreId));
    }
    return days;
  }
}
