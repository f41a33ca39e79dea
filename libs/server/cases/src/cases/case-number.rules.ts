/** Digits in a case number before its check digit. */
const DIGITS = 6;

/** Luhn: finds every single wrong digit and almost every swap of neighbours. */
const checkDigit = (digits: string): number => {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const digit = Number(character);
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    return total + (index % 2 === 0 ? doubled : digit);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** How many different case numbers there are. */
export const CASE_NUMBERS = 10 ** DIGITS;

/**
 * A case number without meaning: no year, no place, no counter that tells how many cases there are.
 * The letter keeps it apart from a person's reference on the phone.
 *
 * @param drawn a number from 0 to CASE_NUMBERS − 1, drawn by chance
 */
export const caseNumberOf = (drawn: number): string => {
  const digits = String(drawn).padStart(DIGITS, '0');
  return `C-${digits.slice(0, 3)}-${digits.slice(3)}-${checkDigit(digits)}`;
};

export const isCaseNumber = (text: string): boolean => {
  const digits = /^C-?(\d{3})-?(\d{3})-?(\d)$/i.exec(text.trim());
  return digits !== null && checkDigit(`${digits[1]}${digits[2]}`) === Number(digits[3]);
};
