import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import type { Tone } from './status';

const SHAPES: Readonly<Record<Tone, IconName>> = { neutral: 'info', info: 'info', good: 'check', warn: 'alert', bad: 'stop' };

/** A few sentences that must not be overlooked, where they belong on the page. */
@Component({
  selector: 'sp-notice',
  imports: [Icon],
  host: { '[attr.data-tone]': 'tone()', '[attr.role]': 'role()' },
  template: `
    <sp-icon [name]="shape()" />
    <div class="words">
      @if (heading()) { <p class="heading">{{ heading() }}</p> }
      <ng-content />
    </div>
  `,
  styles: `
    :host { display: flex; gap: var(--sp-3); padding: var(--sp-4); border: 1px solid var(--tone); border-inline-start-width: 5px; border-radius: var(--sp-radius); background: var(--soft); --tone: var(--sp-line-strong); --soft: var(--sp-surface); }
    :host([data-tone='info']) { --tone: var(--sp-info); --soft: var(--sp-info-soft); }
    :host([data-tone='good']) { --tone: var(--sp-good); --soft: var(--sp-good-soft); }
    :host([data-tone='warn']) { --tone: var(--sp-warn); --soft: var(--sp-warn-soft); }
    :host([data-tone='bad']) { --tone: var(--sp-bad); --soft: var(--sp-bad-soft); }
    sp-icon { color: var(--tone); margin-block-start: 0.15em; }
    .words { min-inline-size: 0; flex: 1; }
    .words > :last-child { margin-block-end: 0; }
    .heading { margin: 0 0 var(--sp-1); font-weight: 600; }
  `,
})
export class Notice {
  readonly tone = input<Tone>('info');
  readonly heading = input('');
  /** Announced when it appears after something the user did. */
  readonly live = input(false);
  protected readonly shape = computed(() => SHAPES[this.tone()]);
  protected readonly role = computed(() => (this.live() ? (this.tone() === 'bad' ? 'alert' : 'status') : null));
}
