import { Injectable, Module } from '@nestjs/common';
import { testApp, type TestApp } from '@sampan/testing';
import { UnitOfWork } from '../database/unit-of-work';
import { newId } from '../ids/ids';
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
  failures = 0;

  async handle({ note }: BellRung): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('deaf');
    }
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
});
