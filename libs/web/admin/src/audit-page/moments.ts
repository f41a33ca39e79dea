const MS_PER_DAY = 86_400_000;

/** The moment at which a day begins where the reader is. */
export const startOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + MS_PER_DAY).toISOString().slice(0, 10);
