import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReleaseValueDto } from '@sampan/web-client';
import { NumberWordsPipe } from '../numbers/number-words';
import { RETENTION_DAYS } from '../numbers/values';
import { runsOf } from './scale';

const WIDTH = 680;
const HEIGHT = 300;
const EDGE = { left: 52, right: 150, top: 16, bottom: 84 };
const LAST_DAY = 365;

interface Horizon {
  readonly day: number;
  readonly value: ReleaseValueDto | null;
}

/**
 * How many of the placed still work, by day, with the numbers at risk below. Two lines, told apart by dashes, markers and
 * a label at the end of each. The first point is the start: everybody who was placed.
 */
@Component({
  selector: 'sp-retention-curve',
  imports: [TranslocoPipe, NumberWordsPipe],
  templateUrl: './retention-curve.html',
  styleUrl: './retention-curve.scss',
})
export class RetentionCurve {
  readonly same = input.required<readonly (ReleaseValueDto | null)[]>();
  readonly any = input.required<readonly (ReleaseValueDto | null)[]>();
  readonly label = input.required<string>();
  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;
  protected readonly edge = EDGE;
  protected readonly start = EDGE.left;
  protected readonly grid = [0, 25, 50, 75, 100].map((value) => ({ y: yOf(value), number: { value, suppressed: false, reason: null, bound: null } }));
  protected readonly days = RETENTION_DAYS.map((day) => ({ day, x: xOf(day) }));
  protected readonly sameLine = computed(() => lineOf(this.same()));
  protected readonly anyLine = computed(() => lineOf(this.any()));
  protected readonly atRisk = computed(() => horizons(this.same()).map(({ day, value }) => ({ x: xOf(day), number: value?.denominator ?? value?.due ?? null })));
}

const xOf = (day: number): number => EDGE.left + (day / LAST_DAY) * (WIDTH - EDGE.left - EDGE.right);
const yOf = (rate: number): number => EDGE.top + (1 - rate / 100) * (HEIGHT - EDGE.top - EDGE.bottom);

const horizons = (values: readonly (ReleaseValueDto | null)[]): Horizon[] => RETENTION_DAYS.map((day, index) => ({ day, value: values[index] ?? null }));

const lineOf = (values: readonly (ReleaseValueDto | null)[]) => {
  const dots = horizons(values).map(({ day, value }) => (typeof value?.rate?.value === 'number' ? { x: xOf(day), y: yOf(value.rate.value), number: value.rate } : null));
  const shown = dots.filter((dot) => dot !== null);
  return { paths: runsOf([{ x: EDGE.left, y: yOf(100) }, ...dots]), dots: shown, end: shown.at(-1) ?? null };
};
