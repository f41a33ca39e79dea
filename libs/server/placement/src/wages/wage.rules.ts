export const WAGE_PERIODS = ['hour', 'day', 'week', 'month', 'year', 'piece'] as const;
export type WagePeriod = (typeof WAGE_PERIODS)[number];

export interface Wage {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly period: WagePeriod;
  /** Hours worked in a week; needed to bring an hourly wage to a month. */
  readonly hoursPerWeek?: number | null;
}

const WEEKS_PER_MONTH = 52 / 12;
/** Six days a week is the usual contract in the region's factories, farms and shops. */
const DAYS_PER_WEEK = 6;
const USUAL_HOURS_PER_WEEK = 48;

/**
 * The wage brought to a month, in the same currency, rounded to two places; null for piece work, which has no period.
 * Day = six a week; hour = the stated hours, else 48 a week (ILO Convention 1, the most that is normal).
 */
export const perMonth = ({ amount, period, hoursPerWeek }: Wage): number | null => {
  const factor: Record<WagePeriod, number | null> = {
    hour: (hoursPerWeek || USUAL_HOURS_PER_WEEK) * WEEKS_PER_MONTH,
    day: DAYS_PER_WEEK * WEEKS_PER_MONTH,
    week: WEEKS_PER_MONTH,
    month: 1,
    year: 1 / 12,
    piece: null,
  };
  const by = factor[period];
  return by === null ? null : Math.round(amount * by * 100) / 100;
};

export interface MonthlyWage {
  readonly monthly: number | null;
  readonly currency: string | null;
}

/** Whether what is paid is less than what was promised; null when it cannot be told (another currency, or unknown). */
export const isBelow = (paid: MonthlyWage, promised: MonthlyWage): boolean | null => {
  if (paid.monthly === null || promised.monthly === null || paid.currency !== promised.currency) {
    return null;
  }
  return paid.monthly < promised.monthly;
};
