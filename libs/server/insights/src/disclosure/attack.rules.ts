import { FeasibleRange } from './feasible-range.rules';
import { isMasked, labelFor } from './labels.rules';
import { simplify } from './simplify.rules';
import type { DisclosurePolicy, Label, Labels, Table } from './table';

/** A masked count that a reader could narrow down too far by subtracting what is printed. */
export interface Breach {
  readonly id: string;
  readonly label: 'below' | 'hidden';
  readonly min: number;
  readonly max: number;
}

export interface AttackResult {
  readonly attacked: number;
  readonly breaches: readonly Breach[];
}

/** The ends that a masked cell must be able to reach for its mask to hold. Null: nothing is promised about it. */
const wanted = (label: Label, policy: DisclosurePolicy): { upTo: number; downTo: number } | null =>
  label.kind === 'below' ? { upTo: policy.k - 1, downTo: 1 } : null;

const SLACK = 1e-6;

/** One attacker at work on one table; the table may be loosened while he works, and he goes on from there. */
export class Attacker {
  private readonly system: FeasibleRange;
  private readonly indexOf: ReadonlyMap<string, number>;

  private readonly table: Table;
  private readonly unseen: ReadonlySet<string>;

  constructor(
    whole: Table,
    private readonly labels: Labels,
    private readonly policy: DisclosurePolicy,
  ) {
    const table = simplify(whole, labels);
    this.table = table;
    this.unseen = new Set(table.cells.filter(({ publish }) => publish !== 'always').map(({ id }) => id));
    this.indexOf = new Map(table.cells.map(({ id }, index) => [id, index]));
    const bounds = table.cells.map(({ id }) => labelFor(labels, id));
    this.system = new FeasibleRange(
      table.cells.map(({ count }) => count),
      bounds.map(({ low }) => low),
      bounds.map(({ high }) => high),
      table.sums.map(({ total, parts }) => ({ total: this.index(total), parts: parts.map((part) => this.index(part)) })),
    );
  }

  loosen(id: string): void {
    this.system.loosen(this.index(id));
  }

  /** Null when the mask of this cell holds. */
  breachOf(id: string): Breach | null {
    const label = labelFor(this.labels, id);
    if (label.kind !== 'below' && label.kind !== 'hidden') {
      return null;
    }
    const { min, max } = this.rangeOf(id, label);
    const target = wanted(label, this.policy);
    const holds = target ? min <= target.downTo + SLACK && max >= target.upTo - SLACK : max - min >= this.width(id) - SLACK;
    return holds ? null : { id, label: label.kind, min, max };
  }

  /** What holds the range of a broken cell together, and how much of the damage loosening that alone would mend: above 0, to 1. */
  usedAgainst({ id, label, min, max }: Breach): Map<string, number> {
    const index = this.index(id);
    const used = new Map<string, number>();
    for (const direction of [1, -1] as const) {
      this.system.push(index, direction);
      const missing = label === 'hidden' ? this.width(id) - (max - min) : direction > 0 ? this.policy.k - 1 - max : min - 1;
      if (missing > SLACK) {
        this.system.obstacles(index, direction).forEach(({ variable, gain }) => {
          const obstacle = this.table.cells[variable]?.id ?? '';
          used.set(obstacle, Math.max(used.get(obstacle) ?? 0, Math.min(1, gain / missing)));
        });
      }
    }
    return used;
  }

  /** A hidden count must be as uncertain as k; one that is not in the table at all, as uncertain as a "<k" would be. */
  private width(id: string): number {
    return this.unseen.has(id) ? this.policy.k - 2 : this.policy.k;
  }

  private rangeOf(id: string, label: Label): { min: number; max: number } {
    const index = this.index(id);
    const target = wanted(label, this.policy);
    const enough = (): boolean => {
      const { min, max } = this.system.seen(index);
      return target ? min <= target.downTo && max >= target.upTo : max - min >= this.width(id);
    };
    if (!enough()) {
      this.system.push(index, 1, target?.upTo);
    }
    if (!enough()) {
      this.system.push(index, -1, target?.downTo);
    }
    return this.system.seen(index);
  }

  private index(id: string): number {
    const index = this.indexOf.get(id);
    if (index === undefined) {
      throw new Error(`A sum names a count that is not in the table: ${id}`);
    }
    return index;
  }
}

/**
 * Rule 4's attack: from everything that is printed, each masked cell's feasible range. "<k" must keep its whole label
 * range 1…k−1; a cell that prints no bound needs max − min ≥ k. Pauses after every cell.
 */
export function* attacking(table: Table, labels: Labels, policy: DisclosurePolicy): Generator<void, AttackResult> {
  const attacker = new Attacker(table, labels, policy);
  const masked = table.cells.filter(({ id }) => isMasked(labels.get(id)));
  const breaches: Breach[] = [];
  for (const { id } of masked) {
    const breach = attacker.breachOf(id);
    if (breach) {
      breaches.push({ ...breach, min: Math.ceil(breach.min - SLACK), max: Math.floor(breach.max + SLACK) });
    }
    yield;
  }
  return { attacked: masked.length, breaches };
}

/** {@link attacking} without the pauses. */
export const attack = (table: Table, labels: Labels, policy: DisclosurePolicy): AttackResult => finish(attacking(table, labels, policy));

export const finish = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
  }
};
