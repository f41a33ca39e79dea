import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

const SHAPES: Readonly<Record<Tone, IconName>> = { neutral: 'minus', info: 'info', good: 'check', warn: 'alert', bad: 'stop' };

/** A state in a word: text, a shape of its own per tone, and only then colour. */
@Component({
  selector: 'sp-status',
  imports: [Icon],
  host: { '[attr.data-tone]': 'tone()' },
  template: `<sp-icon [name]="icon() ?? shape()" /><span><ng-content /></span>`,
  styles: `
    :host { display: inline-flex; align-items: center; gap: 0.35em; padding: 0.05em 0.6em 0.05em 0.45em; border: 1px solid currentcolor; border-radius: 2em;
      background: var(--sp-quiet-soft); color: var(--sp-quiet); font-size: var(--sp-size-small); font-weight: 600; text-align: start; vertical-align: baseline; }
    :host([data-tone='info']) { background: var(--sp-info-soft); color: var(--sp-info); }
    :host([data-tone='good']) { background: var(--sp-good-soft); color: var(--sp-good); }
    :host([data-tone='warn']) { background: var(--sp-warn-soft); color: var(--sp-warn); border-radius: 0.4em; }
    :host([data-tone='bad']) { background: var(--sp-bad-soft); color: var(--sp-bad); border-radius: 0.15em; }
    sp-icon { inline-size: 1em; block-size: 1em; }
  `,
})
export class Status {
  readonly tone = input<Tone>('neutral');
  readonly icon = input<IconName | null>(null);
  protected readonly shape = computed(() => SHAPES[this.tone()]);
}
