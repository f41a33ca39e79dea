/** The only place that asks the machine what time it is. Tests hand in a stopped one. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands until it is moved by hand. */
export class StoppedClock extends Clock {
  constructor(private at: string) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  moveTo(at: string): void {
    this.at = at;
  }
}
