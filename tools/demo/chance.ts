const DIGITS = '0123456789abcdef';
const VARIANTS = ['8', '9', 'a', 'b'] as const;

/** The same seed gives the same demo on every machine: nobody's numbers change between two looks. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 ≤ x < 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(0, from.length - 1)]!;
  }

  /** By weight; the weights need not add up to anything. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let rest = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) {
        return choice;
      }
    }
    return choices.at(-1)![0];
  }

  hex(digits: number): string {
    let text = '';
    for (let made = 0; made < digits; made += 1) {
      text += DIGITS[this.whole(0, 15)]!;
    }
    return text;
  }

  /** A UUIDv7 of that moment: sorted by time like those that the product makes. */
  id(moment: Date): string {
    const time = moment.getTime().toString(16).padStart(12, '0');
    const variant = this.pick(VARIANTS);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`;
  }
}
