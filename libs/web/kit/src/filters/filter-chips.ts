import { Component, input, model } from '@angular/core';
import type { Choice } from '../form/choices';

/** One filter of a list as a line of chips; the chosen one is pressed. The empty value means "all". */
@Component({
  selector: 'sp-filter-chips',
  template: `
    <div role="group" [attr.aria-label]="label()">
      <span class="label" aria-hidden="true">{{ label() }}</span>
      @for (choice of choices(); track choice.value) {
        <button type="button" [attr.aria-pressed]="value() === choice.value" (click)="value.set(choice.value)">
          {{ choice.label }}@if (choice.hint) {<span class="count">{{ choice.hint }}</span>}
        </button>
      }
    </div>
  `,
  styles: `
    div { display: flex; flex-wrap: wrap; align-items: center; gap: var(--sp-2); }
    .label { color: var(--sp-ink-soft); font-size: var(--sp-size-small); font-weight: 600; }
    button { min-block-size: var(--sp-target); padding-inline: var(--sp-3); border: 1px solid var(--sp-line-strong); border-radius: 2rem; background: var(--sp-surface); color: var(--sp-ink); font: inherit; cursor: pointer; }
    button:hover { background: var(--sp-primary-soft); }
    button[aria-pressed='true'] { border-color: var(--sp-primary); background: var(--sp-primary); color: var(--sp-on-primary); font-weight: 600; }
    @media (max-width: 40rem) { .label { flex: 0 0 100%; } }
    .count { margin-inline-start: 0.5em; opacity: 0.85; font-variant-numeric: tabular-nums; }
  `,
})
export class FilterChips {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model.required<string>();
}
