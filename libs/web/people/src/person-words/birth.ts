import type { BirthDto } from '@sampan/web-client';
import type { KnownDay } from '@sampan/web-kit';

const LENGTHS = { day: 10, month: 7, year: 4, 'estimated-age': 4 } as const;

/** The date field leaves out what is not known; the server wants a whole day with its precision beside. */
export const toBirth = (day: KnownDay | null): BirthDto | null => (day ? { date: `${day.date}-01-01`.slice(0, 10), precision: day.precision } : null);

export const fromBirth = (birth: BirthDto | null): KnownDay | null => (birth ? { date: birth.date.slice(0, LENGTHS[birth.precision]), precision: birth.precision } : null);
