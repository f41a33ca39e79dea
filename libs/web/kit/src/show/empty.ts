import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** Nothing here yet, and the one thing to do about it (put a button inside). */
@Component({
  selector: 'sp-empty',
  imports: [Icon],
  template: `
    @if (icon(); as name) { <sp-icon [name]="name" /> }
    <p>{{ text() }}</p>
    <ng-content />
  `,
  styles: `
    :host { display: block; padding: var(--sp-6) var(--sp-4); border: 1px dashed var(--sp-line-strong); border-radius: calc(var(--sp-radius) * 1.5); text-align: center; color: var(--sp-ink-soft); }
    sp-icon { inline-size: 2.25rem; block-size: 2.25rem; margin-block-end: var(--sp-2); }
    p { margin: 0 auto var(--sp-3); }
    p:last-child { margin-block-end: 0; }
  `,
})
export class Empty {
  readonly text = input.required<string>();
  readonly icon = input<IconName | null>(null);
}
