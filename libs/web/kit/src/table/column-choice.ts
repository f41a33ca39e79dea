import { Injectable, signal } from '@angular/core';

const KEY = 'sampan.columns.';
const read = (list: string): readonly string[] => (localStorage.getItem(KEY + list) ?? '').split(',').filter((column) => column !== '');

/** Which columns of which list are hidden, as chosen on this device. */
@Injectable({ providedIn: 'root' })
export class ColumnChoice {
  private readonly known = signal<ReadonlyMap<string, readonly string[]>>(new Map());

  /** Reads a signal: in a template or a computed it follows the choice. */
  hiddenIn(list: string): ReadonlySet<string> {
    return new Set(list === '' ? [] : (this.known().get(list) ?? read(list)));
  }

  turn(list: string, column: string): void {
    const hidden = new Set(this.hiddenIn(list));
    if (!hidden.delete(column)) {
      hidden.add(column);
    }
    this.keep(list, [...hidden]);
  }

  showAll(list: string): void {
    this.keep(list, []);
  }

  private keep(list: string, hidden: readonly string[]): void {
    this.known.update((known) => new Map(known).set(list, hidden));
    if (hidden.length > 0) {
      localStorage.setItem(KEY + list, hidden.join(','));
    } else {
      localStorage.removeItem(KEY + list);
    }
  }
}
