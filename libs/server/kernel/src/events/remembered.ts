import type { Clock } from '../time/clock';
import type { Bell } from './bell';

/** What is remembered is asked for again after so long, even if nobody rang. */
const LONGEST_MS = 5_000;
/** Enough for everybody who works at once; a flood of strangers is forgotten as a whole. */
const MOST_ENTRIES = 5_000;

interface Entry<V> {
  readonly value: V;
  readonly at: number;
}

/**
 * Rows that every request needs, kept for at most five seconds and forgotten at once, in every process, when one of them
 * changes. What was not found is not remembered.
 */
export class Remembered<V> {
  private entries = new Map<string, Entry<V>>();

  constructor(
    channel: string,
    tables: readonly string[],
    private readonly bell: Bell,
    private readonly clock: Clock,
  ) {
    bell.on(channel, tables, () => this.forget());
  }

  async get(key: string, read: () => Promise<V | null>): Promise<V | null> {
    const now = this.clock.now().getTime();
    const known = this.entries.get(key);
    if (known && now - known.at >= 0 && now - known.at < LONGEST_MS) {
      return known.value;
    }
    const isHeard = this.bell.isHeard;
    const { entries } = this;
    const value = await read();
    // Forgotten while it was being read: it may be old already.
    if (value !== null && isHeard && entries === this.entries) {
      if (entries.size >= MOST_ENTRIES) {
        entries.clear();
      }
      entries.set(key, { value, at: now });
    }
    return value;
  }

  forget(): void {
    this.entries = new Map();
  }
}
