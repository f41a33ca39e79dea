/**
 * News that a room announces: something that has happened, in the past tense, with ids and plain values only.
 * Every event says whose it is, so that a handler can act for that centre. No names, no numbers of documents.
 */
export interface DomainEvent {
  readonly centreId: string;
}

/** An event's class carries its name in the queue: `training.session-missed`. */
export interface EventClass<E extends DomainEvent = DomainEvent> {
  readonly eventName: string;
  // Any arguments: a handler names the class, it never constructs it.
  new (...parts: never[]): E;
}
