import { Injectable } from '@nestjs/common';
import { notFound, Queue, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit } from '../audit/audit';

export interface DeadLetterView {
  readonly id: string;
  readonly diedAt: string;
  readonly queue: string;
  readonly reason: string;
}

/** What could not be delivered after every try, for the administrator to see and to send again. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly queue: Queue,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(): Promise<DeadLetterView[]> {
    return (await this.queue.deadLetters()).map((letter) => ({ ...letter, diedAt: letter.diedAt.toISOString() }));
  }

  retry(viewer: Viewer, id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      if ((await this.queue.redrive(id)) === 0) {
        throw notFound('DEAD_LETTER_NOT_FOUND', 'The dead letter');
      }
      await this.audit.record(viewer, { action: 'dead-letter.retried', subjectType: 'dead-letter', subjectId: id });
    });
  }
}
