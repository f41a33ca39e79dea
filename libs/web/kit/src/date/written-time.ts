import { asciiDigits } from './written-day';

/**
 * A time of the day as people write it, to `HH:MM`: 8, 800, 8.30, 8h30, ៨:៣០. What cannot be read stays as it is and is
 * refused by the form. 24 hours, because half of our languages have no AM and PM.
 */
export function readTime(written: string): string {
  const found = /^(\d{1,2})\D?(\d{2})?$/.exec(asciiDigits(written).trim());
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  return found && hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : written;
}
