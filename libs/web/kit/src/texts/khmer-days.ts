/** Chromium and the browsers built on it ship no Khmer calendar data and would fall back to English. Names from Unicode CLDR. */
const MONTHS = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'];
const WEEKDAYS = ['អាទិត្យ', 'ច័ន្ទ', 'អង្គារ', 'ពុធ', 'ព្រហស្បតិ៍', 'សុក្រ', 'សៅរ៍'];

/** @param month 1 to 12 */
export const khmerMonth = (month: number): string => MONTHS[month - 1] ?? '';

/** @param weekday 0 is Sunday */
export const khmerWeekday = (weekday: number): string => WEEKDAYS[weekday] ?? '';

/** The parts that are known, in the order of the language: weekday, day, month, year. */
export const khmerDay = (year: number, month?: number, day?: number, weekday?: number): string =>
  [weekday === undefined ? null : `ថ្ងៃ${khmerWeekday(weekday)}`, day, month ? khmerMonth(month) : null, year].filter((part) => part !== null && part !== undefined).join(' ');
