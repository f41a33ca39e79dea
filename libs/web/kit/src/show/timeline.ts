import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { DayPipe, MomentPipe } from '../texts/pipes';
import type { Tone } from './status';

/** What happened, newest first: `<sp-timeline><sp-timeline-entry at="…" heading="…">…</sp-timeline-entry></sp-timeline>`. */
@Component({ selector: 'sp-timeline', template: `<ng-content />`, host: { role: 'list' }, styles: `:host { display: block; }` })
export class Timeline {}

@Component({
  selector: 'sp-timeline-entry',
  imports: [Icon, DayPipe, MomentPipe],
  host: { role: 'listitem', '[attr.data-tone]': 'tone()' },
  template: `
    <span class="dot"><sp-icon [name]="icon()" /></span>
    <div class="body">
      <p class="heading">{{ heading() }}</p>
      <p class="when"><time [attr.datetime]="at()">{{ at().length > 10 ? (at() | spMoment: zone()) : (at() | spDay) }}</time>@if (by()) {<span> · {{ by() }}</span>}</p>
      <ng-content />
    </div>
  `,
  styles: `
    :host { position: relative; display: flex; gap: var(--sp-3); padding-block-end: var(--sp-5); --tone: var(--sp-primary); --soft: var(--sp-primary-soft); }
    :host([data-tone='warn']) { --tone: var(--sp-warn); --soft: var(--sp-warn-soft); }
    :host([data-tone='bad']) { --tone: var(--sp-bad); --soft: var(--sp-bad-soft); }
    :host([data-tone='good']) { --tone: var(--sp-good); --soft: var(--sp-good-soft); }
    :host::before { content: ''; position: absolute; inset-block: 2rem 0; inset-inline-start: calc(1rem - 1px); inline-size: 2px; background: var(--sp-line); }
    :host(:last-child)::before { display: none; }
    .dot { z-index: 1; display: grid; place-items: center; flex: none; inline-size: 2rem; block-size: 2rem; border: 1px solid var(--tone); border-radius: 50%; background: var(--soft); color: var(--tone); }
    .dot sp-icon { inline-size: 1.1rem; block-size: 1.1rem; }
    .body { min-inline-size: 0; flex: 1; }
    .body > :last-child { margin-block-end: 0; }
    .heading { margin: 0; font-weight: 600; }
    .when { margin: 0; color: var(--sp-ink-soft); font-size: var(--sp-size-small); }
  `,
})
export class TimelineEntry {
  /** A day or a moment, ISO. */
  readonly at = input.required<string>();
  readonly heading = input.required<string>();
  readonly by = input('');
  readonly zone = input<string | null>(null);
  readonly icon = input<IconName>('note');
  readonly tone = input<Tone>('neutral');
}
