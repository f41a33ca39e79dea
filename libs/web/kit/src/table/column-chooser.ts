import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Menu } from '../over/menu';
import type { Column } from './column';
import { ColumnChoice } from './column-choice';

/** Which columns a list shows: boxes to tick, remembered on the device. The column that names the row stays. */
@Component({
  selector: 'sp-column-chooser',
  imports: [TranslocoPipe, Menu],
  template: `
    <sp-menu stays icon="settings" [label]="'kit.columns.heading' | transloco">
      <div role="group" [attr.aria-label]="'kit.columns.which' | transloco">
        @for (column of columns(); track column.spColumn()) {
          <label class="sp-choice">
            <input type="checkbox" [checked]="column.main() || !hidden().has(column.spColumn())" [disabled]="column.main()" (change)="choice.turn(list(), column.spColumn())" />
            <span>{{ column.label() }}</span>
          </label>
        }
      </div>
      @if (hidden().size > 0) {
        <button type="button" (click)="choice.showAll(list())">{{ 'kit.columns.all' | transloco }}</button>
      }
    </sp-menu>
  `,
  styles: `
    sp-menu { font-size: var(--sp-size-small); }
    .sp-choice { padding-inline: var(--sp-2); border-radius: var(--sp-radius-small); }
    .sp-choice:hover { background: var(--sp-primary-soft); }
  `,
})
export class ColumnChooser<T> {
  /** The key under which the choice is remembered. */
  readonly list = input.required<string>();
  readonly columns = input.required<readonly Column<T>[]>();
  protected readonly choice = inject(ColumnChoice);
  protected readonly hidden = computed(() => this.choice.hiddenIn(this.list()));
}
