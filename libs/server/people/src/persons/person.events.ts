import type { DomainEvent } from '@sampan/kernel';

export class PersonRegistered implements DomainEvent {
  static readonly eventName = 'people.person-registered';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly intakeSource: string | null,
    readonly urgentConcern: boolean,
  ) {}
}

/** Two records were found to be one person. The rooms keep their rows as they are; a person's file shows both records. */
export class PersonMerged implements DomainEvent {
  static readonly eventName = 'people.person-merged';

  constructor(
    readonly personId: string,
    readonly mergedIntoId: string,
    readonly centreId: string,
  ) {}
}

export class PersonMergeUndone implements DomainEvent {
  static readonly eventName = 'people.person-merge-undone';

  constructor(
    readonly personId: string,
    readonly mergedIntoId: string,
    readonly centreId: string,
  ) {}
}
