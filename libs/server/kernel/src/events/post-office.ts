import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work';
import { Clock } from '../time/clock';
import { DeliveredEvent } from './delivered-event.entity';
import type { Letter } from './events';
import { Handlers, type KnownHandler } from './handlers';
import { Queue } from './queue';

/** Delivers the news to the rooms that asked for it. Runs in the worker. */
@Injectable()
export class PostOffice {
  private readonly logger = new Logger(PostOffice.name);

  constructor(
    private readonly queue: Queue,
    private readonly handlers: Handlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Every queue must exist before somebody announces: called by every process, whether it delivers or not. */
  async prepare(): Promise<void> {
    for (const { queue } of this.handlers.all()) {
      await this.queue.ensure(queue, { expireInSeconds: 120 });
    }
  }

  async open(): Promise<void> {
    for (const known of this.handlers.all()) {
      await this.queue.work(known.queue, { concurrency: 1 }, (_, letter) => this.deliver(known, letter as Letter));
    }
  }

  /** The handler's effect and the note that it happened are one transaction: twice delivered, once done. */
  async deliver({ queue, handler }: KnownHandler, { eventId, announcedAt, event }: Letter): Promise<void> {
    try {
      await this.unitOfWork.run(async () => {
        const { raw } = await this.unitOfWork.manager
          .createQueryBuilder()
          .insert()
          .into(DeliveredEvent)
          .values({ handler: queue, eventId, deliveredAt: this.clock.now() })
          .orIgnore()
          .returning('event_id')
          .execute();
        if ((raw as unknown[]).length > 0) {
          await handler.handle(event, { eventId, announcedAt: new Date(announcedAt) });
        }
      });
    } catch (error) {
      this.logger.error({ queue, eventId, failure: (error as Error).name }, 'An event could not be delivered; it will be tried again.');
      throw error;
    }
  }
}
