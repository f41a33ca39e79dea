import { Injectable, Module } from '@nestjs/common';
import { Hears, type Handler } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { PlacementModule } from '../placement.module';
import type { Placement } from '../placements/placement.entity';
import { newAttempt, newFollowUp, newPlacement } from '../testing';
import { FollowUp } from './follow-up.entity';
import { FollowUpMissed } from './follow-up.events';
import { FollowUpsByCalendar } from './follow-ups-by-calendar.job';

@Hears(FollowUpMissed)
@Injectable()
class Listener implements Handler<FollowUpMissed> {
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

@Module({ providers: [Listener] })
class ListenerModule {}

describe('the night run over the checks', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp([PlacementModule, ListenerModule]);
  });
  afterAll(() => app.close());

  const aPlacement = async (): Promise<Placement> => {
    const { id: centreId } = await newCentre(app.manager);
    const { id: personId } = await newPerson(app.manager, { centreId });
    return newPlacement(app.manager, { centreId, personId });
  };
  const run = () => app.get(FollowUpsByCalendar).run({ signal: new AbortController().signal, progress: () => Promise.resolve() });
  const now = (followUp: FollowUp): Promise<FollowUp> => app.manager.findOneByOrFail(FollowUp, { id: followUp.id });
  /** What waits in the queue for whoever listens. */
  const newsOf = async ({ id }: FollowUp): Promise<FollowUpMissed[]> => {
    const rows = await app.manager.query(`SELECT data -> 'event' AS event FROM sampan_queue.job WHERE name = 'placement.follow-up-missed/Listener' AND data #>> '{event,followUpId}' = $1`, [id]);
    return (rows as { event: FollowUpMissed }[]).map(({ event }) => event);
  };
  const missedWindow = { dueOn: '2026-02-08', windowFrom: '2026-02-05', windowTo: '2026-02-11' };
  const laterMissedWindow = { dueOn: '2026-02-20', windowFrom: '2026-02-13', windowTo: '2026-02-27' };

  it('makes a check due when its window opens and overdue after its day', async () => {
    const placement = await aPlacement();
    const opens = await newFollowUp(app.manager, placement, { state: 'scheduled', windowFrom: '2026-03-02', dueOn: '2026-03-09', windowTo: '2026-03-16' });
    const waits = await newFollowUp(app.manager, placement, { checkDay: 90, state: 'scheduled', windowFrom: '2026-03-03', dueOn: '2026-03-10', windowTo: '2026-03-17' });
    const passes = await newFollowUp(app.manager, placement, { checkDay: 180, state: 'attempted', windowFrom: '2026-02-22', dueOn: '2026-03-01', windowTo: '2026-03-08' });

    await run();

    expect([(await now(opens)).state, (await now(waits)).state, (await now(passes)).state]).toEqual(['due', 'scheduled', 'overdue']);
    expect([...(await newsOf(opens)), ...(await newsOf(passes))]).toEqual([]);
  });

  it('tells once that a check was missed, however often it runs', async () => {
    const placement = await aPlacement();
    const followUp = await newFollowUp(app.manager, placement, { checkDay: 7, state: 'due', ...missedWindow });

    await run();
    await run();

    expect(await now(followUp)).toMatchObject({ state: 'overdue', missedOn: '2026-03-02' });
    expect(await newsOf(followUp)).toEqual([
      { personId: placement.personId, centreId: placement.centreId, placementId: placement.id, followUpId: followUp.id, missedInARow: 1, protectionAlert: false },
    ]);
    const [{ lines }] = await app.manager.query(`SELECT count(*)::int AS lines FROM timeline_entry WHERE source_id = $1 AND kind = 'placement.follow-up-missed'`, [followUp.id]);
    expect(lines).toBe(1);
  });

  it('alerts when two in a row were missed after three attempts on two channels', async () => {
    const placement = await aPlacement();
    const first = await newFollowUp(app.manager, placement, { checkDay: 7, state: 'overdue', missedOn: '2026-02-12', ...missedWindow });
    const second = await newFollowUp(app.manager, placement, { state: 'unreachable', ...laterMissedWindow });
    for (const [followUp, channel] of [[first, 'phone'], [second, 'phone'], [second, 'line']] as const) {
      await newAttempt(app.manager, followUp, { channel });
    }

    await run();

    expect((await now(second)).state).toBe('escalated');
    expect(await newsOf(second)).toMatchObject([{ missedInARow: 2, protectionAlert: true }]);
  });

  it('does not take our own silence for theirs: two missed without a try are no alert', async () => {
    const placement = await aPlacement();
    await newFollowUp(app.manager, placement, { checkDay: 7, state: 'overdue', missedOn: '2026-02-12', ...missedWindow });
    const second = await newFollowUp(app.manager, placement, { state: 'due', ...laterMissedWindow });

    await run();

    expect((await now(second)).state).toBe('overdue');
    expect(await newsOf(second)).toMatchObject([{ missedInARow: 2, protectionAlert: false }]);
  });

  it('begins to count again after somebody was reached', async () => {
    const placement = await aPlacement();
    await newFollowUp(app.manager, placement, { checkDay: 7, state: 'reached', reachedOn: '2026-02-09', ...missedWindow });
    const second = await newFollowUp(app.manager, placement, { state: 'due', ...laterMissedWindow });

    await run();

    expect(await newsOf(second)).toMatchObject([{ missedInARow: 1 }]);
  });

  it('leaves a stopped check alone', async () => {
    const placement = await aPlacement();
    const followUp = await newFollowUp(app.manager, placement, { state: 'stopped', ...missedWindow });

    await run();

    expect(await now(followUp)).toMatchObject({ state: 'stopped', missedOn: null });
    expect(await newsOf(followUp)).toEqual([]);
  });
});
