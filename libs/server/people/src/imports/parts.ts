/** Some rows of a file, by the number that the spreadsheet gives them. */
export interface Part {
  readonly after: number;
  readonly upTo: number;
}

/** The header is row 1. */
export const HEADER_ROW = 1;

export const lastRowOf = ({ rowCount }: { readonly rowCount: number }): number => rowCount + HEADER_ROW;

/** What is left of a file after a row, so many rows at a time. */
export function* partsOf(after: number, last: number, size: number): Generator<Part> {
  for (let at = Math.max(after, HEADER_ROW); at < last; at += size) {
    yield { after: at, upTo: Math.min(at + size, last) };
  }
}
