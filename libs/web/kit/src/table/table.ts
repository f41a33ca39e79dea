import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChildren, ElementRef, inject, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { PROBLEM_TEXT } from '../asking/problem-text';
import { Icon } from '../icon/icon';
import { Column } from './column';
import { ColumnChoice } from './column-choice';
import { ColumnChooser } from './column-chooser';
import type { RowSource } from './paged-list';

const SKELETON_ROWS = 8;

/**
 * A real table over rows from anywhere; on a phone each row is a card. A click anywhere in a row follows the
 * first link in it, so that link must name the row; arrow keys go from row to row, `x` marks one.
 */
@Component({
  selector: 'sp-table',
  imports: [NgTemplateOutlet, TranslocoPipe, ColumnChooser, Icon],
  templateUrl: './table.html',
  styleUrl: './table.scss',
})
export class Table<T> {
  readonly of = input.required<RowSource<T>>();
  /** Says what the rows are; read by screen readers, shown when `showCaption`. */
  readonly caption = input.required<string>();
  readonly showCaption = input(false);
  /** Shown instead of rows when there are none; put the one action into the slot `[emptyAction]`. */
  readonly empty = input.required<string>();
  /** The name under which the choice of columns is remembered on the device; without one there is nothing to choose. */
  readonly list = input('');
  readonly selectable = input(false);
  readonly idOf = input<(row: T) => string>((row) => String((row as { id?: unknown }).id));
  readonly selected = model<readonly string[]>([]);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly problems = inject(PROBLEM_TEXT, { optional: true });
  private readonly choice = inject(ColumnChoice);
  protected readonly columns = contentChildren<Column<T>>(Column);
  protected readonly shown = computed(() => {
    const hidden = this.choice.hiddenIn(this.list());
    return this.columns().filter((column) => column.main() || !hidden.has(column.spColumn()));
  });
  protected readonly skeleton = computed(() => Array.from({ length: Math.min(this.of().limit() || SKELETON_ROWS, SKELETON_ROWS) }, (_, row) => row));
  protected readonly waiting = computed(() => this.of().status() === 'loading');
  protected readonly firstLoad = computed(() => this.waiting() && this.of().rows().length === 0);
  protected readonly failed = computed(() => this.of().status() === 'failed');
  protected readonly nothing = computed(() => this.of().status() === 'ready' && this.of().rows().length === 0);
  protected readonly why = computed(() => (this.failed() ? (this.problems?.text(this.of().error()) ?? '') : ''));
  protected readonly paged = computed(() => this.of().canGoNext() || this.of().canGoBack());
  protected readonly allMarked = computed(() => {
    const marked = new Set(this.selected());
    return this.of().rows().length > 0 && this.of().rows().every((row) => marked.has(this.idOf()(row)));
  });
  protected readonly marked = computed(() => new Set(this.selected()));

  protected mark(row: T): void {
    const id = this.idOf()(row);
    this.selected.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected markAll(): void {
    const here = this.of().rows().map((row) => this.idOf()(row));
    this.selected.update((ids) => (this.allMarked() ? ids.filter((id) => !here.includes(id)) : [...new Set([...ids, ...here])]));
  }

  protected follow(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const row = event.currentTarget as HTMLElement;
    if (target.closest('a, button, input, select, textarea, label') || window.getSelection()?.toString()) {
      return;
    }
    row.querySelector<HTMLElement>('a[href]')?.click();
  }

  protected onKey(event: KeyboardEvent, row: T, index: number): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.altKey || event.metaKey || target.closest('input:not([type=checkbox]), select, textarea')) {
      return;
    }
    if (event.key === 'x' && this.selectable()) {
      event.preventDefault();
      this.mark(row);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const rows = this.host.nativeElement.querySelectorAll<HTMLElement>('tbody > tr');
      const next = rows[index + (event.key === 'ArrowDown' ? 1 : -1)]?.querySelector<HTMLElement>('a[href], button, input');
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  }

  protected turn(direction: 'next' | 'back'): void {
    this.of()[direction]();
    this.host.nativeElement.scrollIntoView({ block: 'start' });
  }
}
