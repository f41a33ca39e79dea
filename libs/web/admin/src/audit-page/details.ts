const written = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Codes and counts, as they were recorded; the audit holds no narrative but reasons. A list is told one after another. */
export const detailsOf = (details: Readonly<Record<string, unknown>>): string =>
  Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.map(written).join(', ') : written(value)}`)
    .join(' · ');
