import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Tone } from './status';

/** One number with what it counts; a link when there is more to see. Anything inside stands below the number. */
@Component({
  selector: 'sp-tile',
  imports: [RouterLink],
  host: { class: 'sp-card', '[attr.data-tone]': 'tone()' },
  template: `
    <p class="label">@if (link(); as to) {<a [routerLink]="to" [queryParams]="linkParams()">{{ label() }}</a>} @else {{{ label() }}}</p>
    <p class="value">{{ value() ?? '–' }}</p>
    <ng-content />
  `,
  styles: `
    :host { position: relative; --tone: var(--sp-primary); }
    :host([data-tone='good']) { --tone: var(--sp-good); }
    :host([data-tone='warn']) { --tone: var(--sp-warn); }
    :host([data-tone='bad']) { --tone: var(--sp-bad); }
    :host::before { content: ''; position: absolute; inset-block: var(--sp-4); inset-inline-start: 0; inline-size: 4px; border-radius: 0 4px 4px 0; background: var(--tone); }
    .label { margin: 0; color: var(--sp-ink-soft); font-weight: 600; }
    .label a::after { content: ''; position: absolute; inset: 0; border-radius: inherit; }
    .value { margin: 0; font-size: 2rem; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.4; }
  `,
})
export class Tile {
  readonly label = input.required<string>();
  readonly value = input<string | number | null>(null);
  readonly tone = input<Tone>('neutral');
  readonly link = input<string | readonly unknown[] | null>(null);
  readonly linkParams = input<Record<string, unknown> | null>(null);
}
