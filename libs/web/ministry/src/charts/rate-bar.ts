import { Component, computed, input } from '@angular/core';
import type { PublishedNumberDto } from '@sampan/web-client';

/** A share of a hundred as a bar: the fill has a pattern of its own, so that it is told apart without colour. */
@Component({
  selector: 'sp-rate-bar',
  host: { 'aria-hidden': 'true' },
  template: `<span class="fill" [class]="'fill pattern-' + pattern()" [style.inline-size.%]="width()"></span>@if (known() !== null) { <span class="known" [style.inset-inline-start.%]="known()"></span> }`,
  styles: `
    /* The fill is the message: it keeps its colour where the system chooses colours. */
    :host { forced-color-adjust: none; position: relative; display: block; block-size: 1.25rem; border: 1px solid var(--sp-line-strong); border-radius: 3px; background: var(--sp-surface-sunk); overflow: hidden; print-color-adjust: exact; }
    .fill { display: block; block-size: 100%; background-color: var(--sp-chart-1); }
    .pattern-2 { background: repeating-linear-gradient(45deg, var(--sp-chart-2) 0 6px, var(--sp-surface) 6px 9px); }
    .pattern-3 { background: repeating-linear-gradient(90deg, var(--sp-chart-3) 0 5px, var(--sp-surface) 5px 7px); }
    .pattern-4 { background: repeating-linear-gradient(0deg, var(--sp-chart-4) 0 4px, var(--sp-surface) 4px 6px); }
    .known { position: absolute; inset-block: 0; inline-size: 3px; background: var(--sp-ink); }
  `,
})
export class RateBar {
  readonly rate = input.required<PublishedNumberDto | null>();
  /** The rate on known outcomes, as a mark. */
  readonly knownRate = input<PublishedNumberDto | null>(null);
  readonly pattern = input(1);
  protected readonly width = computed(() => this.rate()?.value ?? 0);
  protected readonly known = computed(() => this.knownRate()?.value ?? null);
}
