/**
 * A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe in front keeps it text. Names of centres
 * and programmes, reasons and request ids are typed, or sent, by people. The wide forms are read alike by East Asian versions.
 */
const STARTS_A_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export const guarded = (text: string): string => (STARTS_A_FORMULA.test(text) ? `'${text}` : text);

/** A cell of a CSV file, quoted as RFC 4180 asks where it must be. Guards nothing. */
export const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
