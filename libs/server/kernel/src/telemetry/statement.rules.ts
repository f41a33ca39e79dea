const LONGEST = 1_000;

/**
 * The text of a statement as a trace may show it. Values travel as parameters and are never in it; should a literal stand in
 * a statement all the same, it does not leave the process.
 */
export const shownStatement = (text: string): string => {
  const plain = text.replaceAll(/'(?:[^']|'')*'/g, "'…'").replaceAll(/\s+/g, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
};

/** `SELECT`, `INSERT`, …: what a span of it is called. */
export const verbOf = (text: string): string => /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'STATEMENT';
