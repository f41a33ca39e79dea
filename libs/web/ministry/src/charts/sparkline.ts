import { Component, computed, input } from '@angular/core';
import { runsOf } from './scale';

const WIDTH = 120;
const HEIGHT = 28;

/** The shape of a trend beside its number; what it says is also said in words. */
@Component({
  selector: 'sp-sparkline',
  template: `
    <svg aria-hidden="true" [attr.viewBox]="box">
      @for (path of paths(); track $index) { <path [attr.d]="path" /> }
      @if (last(); as dot) { <circle r="3" [attr.cx]="dot.x" [attr.cy]="dot.y" /> }
    </svg>
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
  private readonly dots = computed(() => {
    const values = this.values();
    const top = Math.max(1, ...values.map((value) => value ?? 0));
    const step = (WIDTH - 8) / Math.max(1, values.length - 1);
    return values.map((value, index) => (value === null ? null : { x: 4 + index * step, y: 4 + (1 - value / top) * (HEIGHT - 8) }));
  });
  protected readonly paths = computed(() => runsOf(this.dots()));
  protected readonly last = computed(() => this.dots().at(-1) ?? null);
}
