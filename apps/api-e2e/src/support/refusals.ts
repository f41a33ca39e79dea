import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const written = new Set<string>();

/** A stale write shows both values to somebody who may see the record; everything else of a refusal is for anybody's eyes. */
const withoutBothValues = (body: unknown): unknown => {
  const problem = body as { code?: string; details?: Record<string, unknown> } | null;
  return problem?.code === 'STALE_VERSION' ? { ...problem, details: { ...problem.details, mine: null, theirs: null } } : body;
};

/** Keeps what every refusal of this run said: the global tear-down looks through all of it for people. */
export const keepRefusal = (status: number, body: unknown): void => {
  const folder = process.env['SAMPAN_HTTP_REFUSALS'];
  if (!folder || status < 400 || Buffer.isBuffer(body)) {
    return;
  }
  const text = JSON.stringify(withoutBothValues(body)).replace(ID, '#');
  if (!written.has(text)) {
    written.add(text);
    appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify({ place: 'refusal', text })}\n`);
  }
};
