import { Injectable, signal } from '@angular/core';

const KEY = 'sampan.density';

/** Comfortable for fingers, compact for a mouse and a big table; remembered on the device. */
@Injectable({ providedIn: 'root' })
export class Density {
  readonly compact = signal(localStorage.getItem(KEY) === 'compact');

  constructor() {
    this.show();
  }

  turn(compact: boolean): void {
    this.compact.set(compact);
    localStorage.setItem(KEY, compact ? 'compact' : 'comfortable');
    this.show();
  }

  private show(): void {
    document.documentElement.dataset['density'] = this.compact() ? 'compact' : 'comfortable';
  }
}
