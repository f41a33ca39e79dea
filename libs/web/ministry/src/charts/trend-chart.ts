import { Component, computed, input } from '@angular/core';
import type { ReleaseValueDto } from '@sampan/web-client';
import { NumberWordsPipe, PeriodPipe, type NumberKind } from '../numbers/number-words';
import { mainNumber } from '../numbers/values';
import { runsOf, stepsTo } from './scale';

const WIDTH = 680;
const HEIGHT = 240;
const EDGE = { left: 48, right: 24, top: 20, bottom: 36 };

/** One number over the quarters. Drawn by hand: small, printable, and every point says its figure. */
@Component({
  selector: 'sp-trend-chart',
  imports: [NumberWordsPipe, PeriodPipe],
  template: `
    <div class="sp-scroll-x" tabindex="0" role="group" [attr.aria-label]="label()">
      <svg [attr.viewBox]="box" role="img" [attr.aria-label]="label()">
        @for (line of grid(); track line.value) {
          <line class="grid" [attr.x1]="edge.left" [attr.x2]="width - edge.right" [attr.y1]="line.y" [attr.y2]="line.y" />
          <text class="axis" text-anchor="end" [attr.x]="edge.left - 8" [attr.y]="line.y + 4">{{ line.number | ministryNumber: kind() }}</text>
        }
        @for (path of paths(); track $index) { <path class="line" [attr.d]="path" /> }
        @for (point of points(); track point.period) {
          @if (point.y !== null) {
            <circle class="dot" r="4" [attr.cx]="point.x" [attr.cy]="point.y" />
            <text class="figure" text-anchor="middle" [attr.x]="point.x" [attr.y]="point.y - 10">{{ point.number | ministryNumber: kind() }}</text>
          } @else {
            <path class="gap" [attr.d]="point.cross" />
          }
          @if (point.labelled) { <text class="axis" text-anchor="middle" [attr.x]="point.x" [attr.y]="height - 12">{{ point.period | ministryPeriod: 'short' }}</text> }
        }
      </svg>
    </div>
  `,
  styles: `
    svg { display: block; inline-size: 100%; min-inline-size: 36rem; block-size: auto; }
    text { font-size: 12px; fill: var(--sp-ink-soft); }
    .figure { fill: var(--sp-ink); font-weight: 600; }
    .grid { stroke: var(--sp-line); }
    .line { fill: none; stroke: var(--sp-chart-1); stroke-width: 2.5; }
    .dot { fill: var(--sp-chart-1); stroke: var(--sp-surface); stroke-width: 1.5; }
    .gap { stroke: var(--sp-line-strong); stroke-width: 1.5; }
  `,
})
export class TrendChart {
  readonly values = input.required<readonly ReleaseValueDto[]>();
  readonly kind = input.required<NumberKind>();
  readonly label = input.required<string>();
  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;
  protected readonly edge = EDGE;

  private readonly steps = computed(() => stepsTo(Math.max(0, ...this.values().map((value) => mainNumber(value)?.value ?? 0)), this.kind() === 'percent'));
  protected readonly grid = computed(() => this.steps().map((value) => ({ value, y: this.yOf(value), number: { value, suppressed: false, reason: null, bound: null } })));
  protected readonly points = computed(() => {
    const values = this.values();
    const step = (WIDTH - EDGE.left - EDGE.right) / Math.max(1, values.length - 1);
    const every = values.length > 8 ? 2 : 1;
    return values.map((value, index) => {
      const number = mainNumber(value);
      const x = EDGE.left + index * step;
      const foot = HEIGHT - EDGE.bottom;
      return {
        period: value.period,
        number,
        x,
        y: typeof number?.value === 'number' ? this.yOf(number.value) : null,
        cross: `M${x - 4} ${foot - 4}l8 8m0 -8l-8 8`,
        labelled: (values.length - 1 - index) % every === 0,
      };
    });
  });
  protected readonly paths = computed(() => runsOf(this.points().map(({ x, y }) => (y === null ? null : { x, y }))));

  private yOf(value: number): number {
    const top = this.steps().at(-1) ?? 100;
    return EDGE.top + (1 - value / top) * (HEIGHT - EDGE.top - EDGE.bottom);
  }
}
