/**
 * The least and the greatest value that one number can take when only bounds and sums are known: a small linear
 * programme, solved by the bounded simplex method on a dense tableau (Dantzig 1955, upper bounds without extra rows).
 * It starts from the true values, which satisfy every sum, so there is no first phase; loosening a bound keeps every
 * found point valid, so it goes on from where it stands. Integers are not enforced: in two-way tables the answer is
 * the same, elsewhere the range may be wider by less than one.
 */
export interface Equation {
  readonly total: number;
  readonly parts: readonly number[];
}

const EPSILON = 1e-9;
/** Coefficients of sums are ±1, so what comes out of them is a ratio of small whole numbers; anything this small is rounding noise. */
const NOISE = 1e-7;
/** After so many steps without gain the first candidate is taken instead of the best one, which cannot cycle (Bland 1977). */
const STALLED = 50;
/** After so many exchanges the tableau is computed anew from the sums, before rounding errors add up. */
const FRESH = 250;

/** A variable that stops a push, and by how much the push would go on if it were loosened. */
export interface Obstacle {
  readonly variable: number;
  readonly gain: number;
}

export class FeasibleRange {
  private rows: Float64Array[] = [];
  /** The variable that each row expresses by the others. */
  private basis: number[] = [];
  private exchanges = 0;
  private readonly rowOf: Int32Array;
  private readonly least: Float64Array;
  private readonly greatest: Float64Array;
  private readonly values: Float64Array;

  constructor(
    values: readonly number[],
    private readonly low: number[],
    private readonly high: number[],
    private readonly equations: readonly Equation[],
  ) {
    this.values = Float64Array.from(values);
    this.least = Float64Array.from(values);
    this.greatest = Float64Array.from(values);
    this.rowOf = new Int32Array(values.length).fill(-1);
    equations.forEach((equation) => this.add(equation, ({ total }) => total));
  }

  /** The least and greatest value seen so far in any point that fits; the true range is at least that wide. */
  seen(variable: number): { min: number; max: number } {
    return { min: this.least[variable] as number, max: this.greatest[variable] as number };
  }

  loosen(variable: number): void {
    this.low[variable] = 0;
    this.high[variable] = Number.POSITIVE_INFINITY;
  }

  /** Pushes one variable up (+1) or down (−1) to its end, or until it reaches `enough`. Returns where it stopped. */
  push(variable: number, direction: 1 | -1, enough: number = direction * Number.POSITIVE_INFINITY): number {
    let stalled = 0;
    while (direction * ((this.values[variable] as number) - enough) < -EPSILON) {
      const careful = stalled > STALLED;
      const entering = this.entering(variable, direction, careful);
      if (!entering) {
        break;
      }
      const step = this.move(entering.variable, entering.sign, careful);
      if (step === Number.POSITIVE_INFINITY) {
        this.see(variable, direction * Number.POSITIVE_INFINITY);
        return direction * Number.POSITIVE_INFINITY;
      }
      stalled = step > EPSILON ? 0 : stalled + 1;
    }
    this.values.forEach((value, index) => this.see(index, value));
    return this.values[variable] as number;
  }

  /** What stops the last push in this direction. */
  obstacles(variable: number, direction: 1 | -1): Obstacle[] {
    const row = this.rows[this.rowOf[variable] as number];
    if (!row) {
      return [];
    }
    return [...row.keys()].flatMap((index) => {
      const sign = -direction * Math.sign(row[index] as number);
      if (index === variable || sign === 0 || this.canMove(index, sign)) {
        return [];
      }
      const room = sign > 0 ? Number.POSITIVE_INFINITY : (this.low[index] as number);
      return room > 0 ? [{ variable: index, gain: room * Math.abs(row[index] as number) }] : [];
    });
  }

  private see(variable: number, value: number): void {
    this.least[variable] = Math.min(this.least[variable] as number, value);
    this.greatest[variable] = Math.max(this.greatest[variable] as number, value);
  }

  private canMove(variable: number, sign: number): boolean {
    const value = this.values[variable] as number;
    return sign > 0 ? value < (this.high[variable] as number) - EPSILON : value > (this.low[variable] as number) + EPSILON;
  }

  /** Which free variable to move, and which way, so that the wanted one gains. */
  private entering(wanted: number, direction: number, first: boolean): { variable: number; sign: number } | null {
    const row = this.rows[this.rowOf[wanted] as number];
    if (!row) {
      return this.canMove(wanted, direction) ? { variable: wanted, sign: direction } : null;
    }
    let best: { variable: number; sign: number } | null = null;
    let bestGain = EPSILON;
    for (let index = 0; index < row.length; index += 1) {
      const coefficient = row[index] as number;
      if (index === wanted || Math.abs(coefficient) <= bestGain) {
        continue;
      }
      const sign = -direction * Math.sign(coefficient);
      if (this.canMove(index, sign)) {
        best = { variable: index, sign };
        if (first) {
          return best;
        }
        bestGain = Math.abs(coefficient);
      }
    }
    return best;
  }

  /** Moves a free variable as far as all bounds allow; the row that stops it changes places with it. */
  private move(entering: number, sign: number, careful: boolean): number {
    const bound = sign > 0 ? (this.high[entering] as number) : (this.low[entering] as number);
    let step = Math.abs(bound - (this.values[entering] as number));
    let leaving = -1;
    let pivot = 0;
    for (let r = 0; r < this.rows.length; r += 1) {
      const slope = -((this.rows[r] as Float64Array)[entering] as number) * sign;
      if (slope === 0) {
        continue;
      }
      const basic = this.basis[r] as number;
      const limit = slope > 0 ? (this.high[basic] as number) : (this.low[basic] as number);
      const room = Math.max(0, (limit - (this.values[basic] as number)) / slope);
      const tied = leaving >= 0 && room <= step + EPSILON;
      const better = careful ? basic < (this.basis[leaving] as number) : Math.abs(slope) > pivot;
      if (room < step - EPSILON || (tied && better)) {
        step = Math.min(step, room);
        leaving = r;
        pivot = Math.abs(slope);
      }
    }
    if (step === Number.POSITIVE_INFINITY) {
      return step;
    }
    for (let r = 0; r < this.rows.length; r += 1) {
      const slope = ((this.rows[r] as Float64Array)[entering] as number) * sign;
      this.values[this.basis[r] as number] = (this.values[this.basis[r] as number] as number) - slope * step;
    }
    this.values[entering] = (this.values[entering] as number) + sign * step;
    if (leaving >= 0) {
      const basic = this.basis[leaving] as number;
      const up = -((this.rows[leaving] as Float64Array)[entering] as number) * sign > 0;
      this.values[basic] = up ? (this.high[basic] as number) : (this.low[basic] as number);
      this.pivot(leaving, entering);
    } else {
      this.values[entering] = bound;
    }
    return step;
  }

  /** Brings one sum into the tableau, expressed by the free variables; a sum that says nothing new is dropped. */
  private add(equation: Equation, prefer: (equation: Equation, row: Float64Array) => number): void {
    const row = new Float64Array(this.rowOf.length);
    row[equation.total] = 1;
    equation.parts.forEach((part) => (row[part] = (row[part] as number) - 1));
    this.basis.forEach((basic, r) => {
      if (row[basic] !== 0) {
        subtract(row, this.rows[r] as Float64Array, usedIn(this.rows[r] as Float64Array), row[basic] as number);
      }
    });
    const preferred = prefer(equation, row);
    const pivot = row[preferred] ? preferred : row.findIndex((value) => value !== 0);
    if (pivot >= 0) {
      this.rows.push(row);
      this.basis.push(pivot);
      this.exchange(this.rows.length - 1, pivot);
    }
  }

  private pivot(r: number, entering: number): void {
    this.exchange(r, entering);
    this.exchanges += 1;
    if (this.exchanges % FRESH === 0) {
      this.refresh();
    }
  }

  /** The same basis, computed from the sums again. */
  private refresh(): void {
    const left = new Set(this.basis);
    this.rows = [];
    this.basis = [];
    this.equations.forEach((equation) =>
      this.add(equation, (_, row) => {
        const best = [...left].reduce((one, other) => (Math.abs(row[other] as number) > Math.abs(row[one] ?? 0) ? other : one), -1);
        left.delete(best);
        return best;
      }),
    );
    this.rows.forEach((row, r) => {
      const basic = this.basis[r] as number;
      this.values[basic] = row.reduce((total, coefficient, index) => (index === basic ? total : total - coefficient * (this.values[index] as number)), 0);
    });
  }

  private exchange(r: number, entering: number): void {
    const row = this.rows[r] as Float64Array;
    const factor = row[entering] as number;
    const used = usedIn(row);
    used.forEach((index) => (row[index] = (row[index] as number) / factor));
    this.rows.forEach((other, index) => {
      if (index !== r) {
        subtract(other, row, used, other[entering] as number);
      }
    });
    this.rowOf[this.basis[r] as number] = -1;
    this.basis[r] = entering;
    this.rowOf[entering] = r;
  }
}

/** Most coefficients are zero; only the others cost anything. */
const usedIn = (row: Float64Array): number[] => [...row.keys()].filter((index) => row[index] !== 0);

const subtract = (target: Float64Array, row: Float64Array, used: readonly number[], factor: number): void => {
  if (factor === 0) {
    return;
  }
  for (const index of used) {
    const value = (target[index] as number) - factor * (row[index] as number);
    target[index] = Math.abs(value) < NOISE ? 0 : value;
  }
};
