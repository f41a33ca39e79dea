import { Injectable } from '@nestjs/common';

/** Characters kept in memory: some dozens of dashboards. */
const MOST_CHARACTERS = 8_000_000;

/**
 * Answers about releases that are out, ready to be sent: what is published is never changed, and a ministry's dashboard is
 * asked for much more often than it is published. Whether somebody may read it is asked every time, before.
 */
@Injectable()
export class PublishedValues {
  private readonly texts = new Map<string, string>();
  private characters = 0;

  async get(key: string, make: () => Promise<string>): Promise<string> {
    const known = this.texts.get(key);
    if (known !== undefined) {
      // The one used longest ago goes first.
      this.texts.delete(key);
      this.texts.set(key, known);
      return known;
    }
    const text = await make();
    this.characters += text.length - (this.texts.get(key)?.length ?? 0);
    this.texts.set(key, text);
    for (const [oldest, { length }] of this.texts) {
      if (this.characters <= MOST_CHARACTERS) {
        break;
      }
      this.texts.delete(oldest);
      this.characters -= length;
    }
    return text;
  }
}
