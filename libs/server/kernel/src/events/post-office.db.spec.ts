import { Injectable, Module } from '@nestjs/common';
import { testApp, type TestApp } from '@sampan/testing';
import { UnitOfWork } from '../database/unit-of-work';
import { newId } from '../ids/ids';
import { StructuredLog } from '../telemetry/log';
import { Metrics } from '../telemetry/metrics';
import { asPartOf, underWay } from '../telemetry/under-way';
import { DeliveredEvent } from './delivered-event.entity';
import type { DomainEvent } from './domain-event';
import { Events } from './events';
import { Handlers } from './handlers';
import { Hears, type Handler } from './hears';
import { PostOffice } from './post-office';
import { Queue } from './queue';

class BellRung implements DomainEvent {
  static readonly eventName = 'test.bell-rung';
  constructor(
    readonly centreId: string,
    readonly note: string,
  ) {}
}

@Hears(BellRung)
@Injectable()
class WhenBellRung implements Handler<BellRung> {
  readonly heard: string[] = [];
  readonly causedBy = new Map<string, string | undefined>();
  failures = 0;

  async handle({ note }: BellRung): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('deaf');
    }
    this.causedBy.set(note, underWay()?.requestId);
    this.heard.push(note);
  }
}

@Module({ providers: [WhenBellRung] })
class BellModule {}

const until = async (true_: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await true_()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen.');
};

describe('news, on the database', () => {
  let house: TestApp;
  let ear: WhenBellRung;
  const ring = (note: string): Promise<void> => house.unitOfWork.run(() => house.get(Events).announce(new BellRung(newId(), note)));

  const letterOf = (note: string) => ({ eventId: newId(), announcedAt: '2026-03-02T03:00:00Z', event: new BellRung(newId(), note) });

  beforeAll(async () => {
    house = await testApp([BellModule]);
    ear = house.get(WhenBellRung);
    await house.work();
  });
  afterAll(() => house.close());

  it('arrives after the facts are kept', async () => {
    await ring('kept');
    await until(() => ear.heard.includes('kept'));
  });

  it('does not exist when the facts are not kept', async () => {
    const lost = house.get(UnitOfWork).run(async () => {
      await house.get(Events).announce(new BellRung(newId(), 'lost'));
      throw new Error('changed our mind');
    });
    await expect(lost).rejects.toThrow('changed our mind');
    await ring('after the lost one');
    await until(() => ear.heard.includes('after the lost one'));
    expect(ear.heard).not.toContain('lost');
  });

  it('is tried again when the handler fails, and has one effect', async () => {
    ear.failures = 1;
    await ring('at the second try');
    await until(() => ear.heard.includes('at the second try'));
    expect(ear.heard.filter((note) => note === 'at the second try')).toHaveLength(1);
  });

  it('delivered twice has one effect', async () => {
    const [known] = house.get(Handlers).of(BellRung.eventName);
    const letter = letterOf('twice');
    await house.get(PostOffice).deliver(known!, letter);
    await house.get(PostOffice).deliver(known!, letter);
    expect(ear.heard.filter((note) => note === 'twice')).toHaveLength(1);
    expect(await house.manager.countBy(DeliveredEvent, { eventId: letter.eventId })).toBe(1);
  });

  it('that nobody can take in is visible to the administrator, and can be sent again', async () => {
    const queue = house.get(Queue);
    ear.failures = 1;
    await queue.send('test.bell-rung/WhenBellRung', letterOf('late'), { attempts: 1 });
    await until(async () => (await queue.deadLetters()).length === 1);
    const [dead] = await queue.deadLetters();
    expect(dead).toMatchObject({ queue: 'test.bell-rung/WhenBellRung', reason: 'Error' });
    expect(await queue.redrive(dead!.id)).toBe(1);
    await until(() => ear.heard.includes('late'));
    expect(await queue.deadLetters()).toHaveLength(0);
  });

  it('is part of the request that caused it, however often it must be tried', async () => {
    ear.failures = 1;
    await asPartOf({ requestId: 'r-of-the-cause' }, () => ring('caused'));
    await ring('by itself');
    await until(() => ear.heard.includes('caused') && ear.heard.includes('by itself'));
    expect(ear.causedBy.get('caused')).toBe('r-of-the-cause');
    expect(ear.causedBy.get('by itself')).toBeUndefined();
  });

  it('is counted by its queue and how it ended', async () => {
    const { values } = await house.get(Metrics).work.get();
    const outcomes = values.filter(({ metricName, labels }) => metricName === 'sampan_work_duration_seconds_count' && labels.queue === 'test.bell-rung/WhenBellRung').map(({ labels }) => labels.outcome);
    expect(outcomes.sort()).toEqual(['done', 'failed']);
  });
});

describe('what the database says of a row', () => {
  let house: TestApp;
  beforeAll(async () => (house = await testApp([])));
  afterAll(() => house.close());

  const PHONE = '+85512345678';
  it.each([
    ['of a phone number that is there twice', 'INSERT INTO phone_book SELECT $1 FROM generate_series(1, 2)', '23505'],
    ['of a value that does not fit', 'SELECT $1::text::uuid', '22P02'],
  ])('%s is not in the log', async (_, statement, code) => {
    const failure = await house.manager
      .transaction(async (manager) => {
        await manager.query('CREATE TEMP TABLE phone_book (phone text CONSTRAINT one_phone UNIQUE) ON COMMIT DROP');
        await manager.query(statement, [PHONE]);
      })
      .catch((error: unknown) => error as Error);
    expect(JSON.stringify(failure)).toContain(PHONE);
    const lines: string[] = [];
    const log = new StructuredLog({ level: 'debug', program: 'test' }, { write: (line) => void lines.push(line) });
    log.error(failure, 'Test');
    log.error({ failure }, 'Failed', 'Test');
    expect(lines.join('')).toContain(code);
    expect(lines.join('')).not.toContain(PHONE.slice(1));
  });
});
