/** How many pieces are being read at once: the database finds for one what the process has worked out for another. */
const AHEAD = 2;

/**
 * Reads each piece and gives the findings in the order of the pieces, while the next ones are being read already. Whoever
 * waits for them writes outside of the reading, so a piece may be read before the one ahead of it is written.
 * Ends with the first failure, of a piece or of the caller.
 */
export async function* readAhead<P, R>(pieces: Iterable<P>, read: (piece: P) => Promise<R>): AsyncGenerator<R> {
  const reading: Promise<R>[] = [];
  for (const piece of pieces) {
    const found = read(piece);
    // Its failure is told when its turn comes; until then nobody listens.
    found.catch(() => undefined);
    reading.push(found);
    if (reading.length > AHEAD) {
      yield (await reading.shift()) as R;
    }
  }
  yield* reading;
}
