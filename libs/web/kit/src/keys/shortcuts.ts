import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';

export interface Shortcut {
  /** As in KeyboardEvent.key. */
  readonly key: string;
  /** Key of the translated words that say what it does. */
  readonly text: string;
  readonly run: () => void;
}

const OFF_KEY = 'sampan.single-keys-off';

/** The single keys of the page that is open. They can be turned off, for those whose speech or hands press keys unmeant. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly groups = signal<readonly (readonly Shortcut[])[]>([]);
  readonly off = signal(localStorage.getItem(OFF_KEY) === 'yes');
  readonly all = computed(() => this.groups().flat());
  readonly helpOpen = signal(false);

  add(group: readonly Shortcut[]): () => void {
    this.groups.update((groups) => [...groups, group]);
    return () => this.groups.update((groups) => groups.filter((other) => other !== group));
  }

  turn(off: boolean): void {
    this.off.set(off);
    localStorage.setItem(OFF_KEY, off ? 'yes' : 'no');
  }

  /** Called by the shell for every key that nobody else wanted. */
  press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement | null;
    const typing = target?.closest('input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]');
    if (this.off() || typing || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || document.querySelector('dialog[open]')) {
      return;
    }
    if (event.key === '?') {
      this.helpOpen.set(true);
      return;
    }
    const shortcut = this.all().findLast((one) => one.key === event.key);
    if (shortcut) {
      event.preventDefault();
      shortcut.run();
    }
  }
}

/** Single keys for as long as the component lives. Call it where inject() may be called. */
export function shortcuts(group: readonly Shortcut[]): void {
  const leave = inject(Shortcuts).add(group);
  inject(DestroyRef).onDestroy(leave);
}
