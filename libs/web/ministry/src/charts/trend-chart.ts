import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReleaseValueDto } from '@sampan/web-client';
import { NumberWordsPipe, PeriodPipe, type NumberKind } from '../numbers/number-words';
import { mainNumber } from '../numbers/values';
import { InItsRoom } from './room';
import { runsOf, stepsTo } from './scale';

const HEIGHT = 250;
const EDGE = { left: 48, right: 28, top: 20, bottom: 46 };
/** The first figure stands clear of the numbers of the axis. */
const INSET = 20;
/** As much as "Quarter 4" and a year below it need beside the next. */
const LABEL_ROOM = 76;
const FIGURE_ROOM = 36;

/** One number over the quarters. Drawn by hand: small, printable, every point says its figure, and what is hidden says so. */
@Component({
  selector: 'sp-trend-chart',
  imports: [NumberWordsPipe, PeriodPipe, TranslocoPipe],
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  template: `
    <svg aria-hidden="true" [attr.viewBox]="'0 0 ' + room() + ' ' + height" [attr.height]="height">
      @for (band of hidden(); track band.x) {
        <rect class="hidden" [attr.x]="band.x" [attr.y]="edge.top" [attr.width]="band.width" [attr.height]="foot - edge.top" />
        @if (band.isNamed) { <text class="why" text-anchor="middle" [attr.x]="band.x + band.width / 2" [attr.y]="(foot + edge.top) / 2">{{ 'ministry.trend.hidden' | transloco }}</text> }
      }
      @for (line of grid(); track line.value) {
        <line class="grid" [attr.x1]="edge.left" [attr.x2]="room() - edge.right" [attr.y1]="line.y" [attr.y2]="line.y" />
        <text class="axis" text-anchor="end" [attr.x]="edge.left - 8" [attr.y]="line.y + 4">{{ line.number | ministryNumber: kind() }}</text>
      }
      @for (path of paths(); track $index) { <path class="line" [attr.d]="path" /> }
      @for (point of points(); track point.period) {
        @if (point.y !== null) {
          <circle class="dot" r="4" [attr.cx]="point.x" [attr.cy]="point.y" />
          @if (point.saysFigure) { <text class="figure" text-anchor="middle" [attr.x]="point.x" [attr.y]="point.y - 10">{{ point.number | ministryNumber: kind() }}</text> }
        }
        @if (point.labelled) {
          <text class="axis" text-anchor="middle" [attr.x]="point.x" [attr.y]="height - 26">{{ point.period | ministryPeriod: 'quarter' }}</text>
          <text class="axis" text-anchor="middle" [attr.x]="point.x" [attr.y]="height - 10">{{ point.period | ministryPeriod: 'year' }}</text>
        }
      }
    </svg>
  `,
  styles: `
    :host { display: block; }
    svg { display: block; inline-size: 100%; max-inline-size: 900px; block-size: auto; }
    text { font-size: 12px; fill: var(--sp-ink-soft); }
    .why { font-size: 13px; }
    .figure { fill: var(--sp-ink); font-weight: 600; paint-order: stroke; stroke: var(--sp-surface); stroke-width: 4px; stroke-linejoin: round; }
    .grid { stroke: var(--sp-line); }
    .line { fill: none; stroke: var(--sp-chart-1); stroke-width: 2.5; }
    .dot { fill: var(--sp-chart-1); stroke: var(--sp-surface); stroke-width: 1.5; }
    .hidden { fill: var(--sp-surface-sunk); }
  `,
})
export class TrendChart extends InItsRoom {
  readonly values = input.required<readonly ReleaseValueDto[]>();
  readonly kind = input.required<NumberKind>();
  readonly label = input.required<string>();
  protected readonly height = HEIGHT;
  protected readonly edge = EDGE;
  protected readonly foot = HEIGHT - EDGE.bottom;

  private readonly steps = computed(() => stepsTo(Math.max(0, ...this.values().map((value) => mainNumber(value)?.value ?? 0)), this.kind() === 'percent'));
  private readonly step = computed(() => (this.room() - EDGE.left - INSET - EDGE.right) / Math.max(1, this.values().length - 1));
  protected readonly grid = computed(() => this.steps().map((value) => ({ value, y: this.yOf(value), number: { value, suppressed: false, reason: null, bound: null } })));
  protected readonly points = computed(() => {
    const [values, step] = [this.values(), this.step()];
    const every = Math.max(1, Math.ceil(LABEL_ROOM / step));
    const figures = Math.max(1, Math.ceil(FIGURE_ROOM / step));
    return values.map((value, index) => {
      const number = mainNumber(value);
      const fromTheEnd = values.length - 1 - index;
      return {
        period: value.period,
        number,
        x: EDGE.left + INSET + index * step,
        y: typeof number?.value === 'number' ? this.yOf(number.value) : null,
        labelled: fromTheEnd % every === 0,
        saysFigure: fromTheEnd % figures === 0,
      };
    });
  });
  protected readonly paths = computed(() => runsOf(this.points().map(({ x, y }) => (y === null ? null : { x, y }))));
  /** Where nothing may be shown: one band for neighbours, named where the word has room. */
  protected readonly hidden = computed(() => {
    const [points, step] = [this.points(), this.step()];
    const bands: { x: number; width: number; isNamed: boolean }[] = [];
    points.forEach(({ x, y }, index) => {
      if (y !== null) {
        return;
      }
      const [from, to] = [Math.max(EDGE.left, x - step / 2), Math.min(this.room() - EDGE.right, x + step / 2)];
      const last = bands.at(-1);
      if (last && index > 0 && points[index - 1]?.y === null) {
        last.width = to - last.x;
      } else {
        bands.push({ x: from, width: to - from, isNamed: false });
      }
    });
    return bands.map((band) => ({ ...band, isNamed: band.width >= LABEL_ROOM }));
  });

  private yOf(value: number): number {
    const top = this.steps().at(-1) ?? 100;
    return EDGE.top + (1 - value / top) * (HEIGHT - EDGE.top - EDGE.bottom);
  }
}
