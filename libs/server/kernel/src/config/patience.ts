/** How long the product waits for others, in seconds. */
export interface Patience {
  /** For a connection to the database, also when all of its connections are taken. */
  readonly connect: number;
  /** For one statement: the database gives up on a longer one. */
  readonly statement: number;
  /** For a row that somebody else holds. */
  readonly lock: number;
  /** After the order to stop, while whoever sends requests here is told to send them elsewhere. */
  readonly drain: number;
  /** For what is under way when the product stops; then it ends all the same. */
  readonly stop: number;
}

type Read = <T>(variable: string, parse: (text: string | undefined) => T) => T;

/** @param wholeNumber from the configuration's own words: text, least, most */
export const patienceOf = (read: Read, wholeNumber: (text: string, least: number, most: number) => number): Patience => {
  const seconds = (variable: string, otherwise: number, least: number, most: number): number => read(variable, (text) => wholeNumber(text ?? String(otherwise), least, most));
  return {
    connect: seconds('SAMPAN_DATABASE_CONNECT_SECONDS', 5, 1, 120),
    statement: seconds('SAMPAN_DATABASE_STATEMENT_SECONDS', 60, 1, 3_600),
    lock: seconds('SAMPAN_DATABASE_LOCK_SECONDS', 15, 1, 600),
    drain: seconds('SAMPAN_DRAIN_SECONDS', 0, 0, 120),
    stop: seconds('SAMPAN_STOP_SECONDS', 13, 1, 600),
  };
};
