import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** Facts as question and answer: `<sp-summary><sp-fact label="…">…</sp-fact></sp-summary>`. */
@Component({
  selector: 'sp-summary',
  template: `<ng-content />`,
  host: { role: 'list' },
  styles: `:host { display: block; }`,
})
export class Summary {}

/** One fact. `change` is where it can be changed. */
@Component({
  selector: 'sp-fact',
  imports: [RouterLink, TranslocoPipe],
  host: { role: 'listitem' },
  template: `
    <span class="label">{{ label() }}</span>
    <div class="value"><ng-content /></div>
    @if (change(); as link) {
      <a class="sp-no-print" [routerLink]="link">{{ 'kit.change' | transloco }}<span class="sp-visually-hidden"> {{ label() }}</span></a>
    }
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: var(--sp-1) var(--sp-4); padding-block: var(--sp-3); border-block-end: 1px solid var(--sp-line); }
    :host(:last-child) { border-block-end: 0; }
    .label { flex: 0 0 11rem; color: var(--sp-ink-soft); }
    .value { flex: 1 1 12rem; min-inline-size: 0; }
    @media (max-width: 30rem) { .label { flex-basis: 100%; } .value { flex-basis: 100%; } }
    .value:empty::before { content: '–'; color: var(--sp-ink-soft); }
  `,
})
export class Fact {
  readonly label = input.required<string>();
  readonly change = input<string | readonly unknown[] | null>(null);
}
