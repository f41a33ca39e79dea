import type { DomainEvent } from '@sampan/kernel';

/** Announced once for a trainee and session. `consecutive`: missed sessions in a row around this one, itself included. */
export class SessionMissed implements DomainEvent {
  static readonly eventName = 'training.session-missed';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly enrolmentId: string,
    readonly sessionId: string,
    readonly sessionDate: string,
    readonly consecutive: number,
  ) {}
}
