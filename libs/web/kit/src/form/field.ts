import { booleanAttribute, Component, computed, input, signal } from '@angular/core';
import { FieldFrame } from './field-frame';
import type { FieldProblem } from './field-problem';
import { nextId } from './value-control';

/** One native control (marked with `spControl`) with its label, hint and error. */
@Component({
  selector: 'sp-field',
  imports: [FieldFrame],
  template: `
    <sp-field-frame [label]="label()" [hint]="hint()" [optional]="optional()" [problem]="shown()" [controlId]="id">
      <ng-content />
    </sp-field-frame>
  `,
  styles: `:host { display: block; min-inline-size: 0; }`,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string | null>('');
  readonly optional = input(false, { transform: booleanAttribute });
  /** Words that the page knows better than the validators. */
  readonly error = input<string | null | undefined>(null);
  readonly id = nextId();
  readonly found = signal<FieldProblem | null>(null);
  readonly shown = computed<FieldProblem | null>(() => {
    const own = this.error();
    return own ? { sentence: own } : this.found();
  });
}
