export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Round steps up to the largest value: 0, 25, 50, 75, 100 for percent; 1, 2 or 5 times a power of ten for counts. */
export const stepsTo = (largest: number, percent: boolean): number[] => {
  if (percent) {
    return [0, 25, 50, 75, 100];
  }
  // Persons are counted whole: never a step below one.
  const rough = Math.max(1, largest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? power * 10;
  return Array.from({ length: Math.ceil(Math.max(1, largest) / step) + 1 }, (_, index) => index * step);
};

/** One path per unbroken run: where a number is suppressed the line has a gap, because nobody may read one into it. */
export const runsOf = (dots: readonly (Dot | null)[]): string[] => {
  const runs: Dot[][] = [[]];
  dots.forEach((dot) => (dot ? runs.at(-1)?.push(dot) : runs.push([])));
  return runs.filter(({ length }) => length > 1).map((run) => `M${run.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`);
};
