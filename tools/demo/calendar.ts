import { addDays, dayIn, type Day } from '@sampan/kernel';

const MS_PER_DAY = 86_400_000;

/** Demo days are counted from the day on which it is loaded, so that "today" is never an empty page. */
export class Calendar {
  readonly today: Day;

  constructor(readonly now: Date) {
    this.today = dayIn(now, 'Asia/Bangkok');
  }

  ago(days: number): Day {
    return addDays(this.today, -days);
  }

  /** An hour of work on that day, as a moment. */
  at(day: Day, hour = 3, minute = 0): Date {
    return new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000 + minute * 60_000);
  }

  isPast(day: Day): boolean {
    return day < this.today;
  }

  /** 1 = Monday. 1970-01-01 was a Thursday. */
  weekday(day: Day): number {
    return ((Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY + 3) % 7) + 1;
  }
}
