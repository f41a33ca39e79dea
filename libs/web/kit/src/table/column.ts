import { booleanAttribute, Directive, inject, input, TemplateRef } from '@angular/core';
import type { RowSource } from './paged-list';

export interface CellContext<T> {
  readonly $implicit: T;
  readonly index: number;
}

/** One column: `<ng-template spColumn="name" [of]="list" [label]="…" let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[spColumn]' })
export class Column<T> {
  readonly spColumn = input.required<string>();
  /** The table's own rows again: that is how the template knows the type of a row. */
  readonly of = input.required<RowSource<T>>();
  readonly label = input.required<string>();
  readonly align = input<'start' | 'end'>('start');
  /** The column that names the row: it becomes the row's header and the card's title on a phone. */
  readonly main = input(false);
  /** More than a word or two: on a phone it stands below its label, not beside it. */
  readonly below = input(false, { transform: booleanAttribute });
  /** Kept on one line where there are columns: a day, a number, a state. */
  readonly unbroken = input(false, { transform: booleanAttribute });
  /** Left out where there is little room. */
  readonly wideOnly = input(false);
  readonly template = inject<TemplateRef<CellContext<T>>>(TemplateRef);

  static ngTemplateContextGuard<T>(_: Column<T>, _context: unknown): _context is CellContext<T> {
    return true;
  }
}
