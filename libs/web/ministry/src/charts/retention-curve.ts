import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReleaseValueDto } from '@sampan/web-client';
import { NumberWordsPipe } from '../numbers/number-words';
import { RETENTION_DAYS } from '../numbers/values';
import { InItsRoom } from './room';
import { runsOf } from './scale';

const HEIGHT = 300;
const EDGE = { left: 52, right: 28, top: 24, bottom: 92 };
const LAST_DAY = 365;

interface Horizon {
  readonly day: number;
  readonly value: ReleaseValueDto | null;
}

/**
 * How many of the placed still work, by day, with the numbers at risk below. Two lines, told apart by dashes, markers and
 * a key above them. The first point is the start: everybody who was placed.
 */
@Component({
  selector: 'sp-retention-curve',
  imports: [TranslocoPipe, NumberWordsPipe],
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  templateUrl: './retention-curve.html',
  styleUrl: './retention-curve.scss',
})
export class RetentionCurve extends InItsRoom {
  readonly same = input.required<readonly (ReleaseValueDto | null)[]>();
  readonly any = input.required<readonly (ReleaseValueDto | null)[]>();
  readonly label = input.required<string>();
  protected readonly height = HEIGHT;
  protected readonly edge = EDGE;
  protected readonly grid = [0, 25, 50, 75, 100].map((value) => ({ y: yOf(value), number: { value, suppressed: false, reason: null, bound: null } }));
  protected readonly days = computed(() => RETENTION_DAYS.map((day) => ({ day, x: this.xOf(day) })));
  protected readonly sameLine = computed(() => this.lineOf(this.same()));
  protected readonly anyLine = computed(() => this.lineOf(this.any()));
  protected readonly atRisk = computed(() => horizons(this.same()).map(({ day, value }) => ({ x: this.xOf(day), number: value?.denominator ?? value?.due ?? null })));

  private xOf(day: number): number {
    return EDGE.left + (day / LAST_DAY) * (this.room() - EDGE.left - EDGE.right);
  }

  private lineOf(values: readonly (ReleaseValueDto | null)[]) {
    const dots = horizons(values).map(({ day, value }) => (typeof value?.rate?.value === 'number' ? { x: this.xOf(day), y: yOf(value.rate.value), number: value.rate } : null));
    return { paths: runsOf([{ x: EDGE.left, y: yOf(100) }, ...dots]), dots: dots.filter((dot) => dot !== null) };
  }
}

const yOf = (rate: number): number => EDGE.top + (1 - rate / 100) * (HEIGHT - EDGE.top - EDGE.bottom);

const horizons = (values: readonly (ReleaseValueDto | null)[]): Horizon[] => RETENTION_DAYS.map((day, index) => ({ day, value: values[index] ?? null }));
