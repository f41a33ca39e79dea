import type { DomainEvent } from '@sampan/kernel';
import type { EnrolmentOutcome, LeavingReasonCode } from './enrolment.rules';

export class TraineeEnrolled implements DomainEvent {
  static readonly eventName = 'training.trainee-enrolled';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly enrolmentId: string,
    readonly cohortId: string,
  ) {}
}

export class EnrolmentEnded implements DomainEvent {
  static readonly eventName = 'training.enrolment-ended';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly enrolmentId: string,
    readonly outcome: EnrolmentOutcome,
    readonly reason: LeavingReasonCode | null,
  ) {}
}
