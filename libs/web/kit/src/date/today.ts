/** The day on this device's calendar, ISO. For what a rule depends on, ask the server: it knows the centre's time zone. */
export const todayHere = (now = new Date()): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
