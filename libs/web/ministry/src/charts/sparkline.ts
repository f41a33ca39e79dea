import { Component, computed, input } from '@angular/core';
import { runsOf } from './scale';

const WIDTH = 120;
const HEIGHT = 28;
const EDGE = 5;

/** The shape of a trend beside its number; what it says is also said in words. Hidden numbers leave a gap between the dots. */
@Component({
  selector: 'sp-sparkline',
  template: `
    @if (dots().length > 1) {
      <svg aria-hidden="true" [attr.viewBox]="box">
        @for (path of paths(); track $index) { <path [attr.d]="path" /> }
        @for (dot of dots(); track dot.x) { <circle [attr.r]="$last ? 3.5 : 1.8" [attr.cx]="dot.x" [attr.cy]="dot.y" /> }
      </svg>
    }
  `,
  styles: `
    svg { display: block; inline-size: 7.5rem; block-size: 1.75rem; }
    path { fill: none; stroke: var(--sp-chart-1); stroke-width: 2; }
    circle { fill: var(--sp-chart-1); }
  `,
})
export class Sparkline {
  readonly values = input.required<readonly (number | null)[]>();
  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  /** From the first number that is shown to the last: what is hidden before and after has no shape. */
  private readonly places = computed(() => {
    const all = this.values();
    const values = all.slice(all.findIndex((value) => value !== null), all.findLastIndex((value) => value !== null) + 1);
    const top = Math.max(1, ...values.map((value) => value ?? 0));
    const step = (WIDTH - 2 * EDGE) / Math.max(1, values.length - 1);
    return values.map((value, index) => (value === null ? null : { x: EDGE + index * step, y: EDGE + (1 - value / top) * (HEIGHT - 2 * EDGE) }));
  });
  protected readonly paths = computed(() => runsOf(this.places()));
  protected readonly dots = computed(() => this.places().filter((dot) => dot !== null));
}
