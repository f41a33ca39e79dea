/** The day at the demo's centres in Cambodia and Thailand; the browser of a journey stands there too. */
const AT_THE_CENTRE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' });
const DAY_MS = 86_400_000;

export interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** Today, or so many days from it. */
export const dayFromToday = (days: number): Day => {
  const [year, month, day] = AT_THE_CENTRE.format(Date.now() + days * DAY_MS).split('-').map(Number) as [number, number, number];
  return { day, month, year };
};
