import { Component, inject, Injectable, signal } from '@angular/core';

const SHOWN_MS = 6000;

/** A short word that something worked, in addition to the state that the page shows. Never the only sign. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  readonly current = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param sentence translated already, without personal data */
  show(sentence: string): void {
    clearTimeout(this.timer);
    this.current.set(sentence);
    this.timer = setTimeout(() => this.current.set(''), SHOWN_MS);
  }
}

@Component({
  selector: 'sp-toast-host',
  host: { role: 'status', class: 'sp-no-print' },
  template: `@if (toasts.current()) {<p>{{ toasts.current() }}</p>}`,
  styles: `
    :host { position: fixed; inset-block-end: var(--sp-5); inset-inline: var(--sp-4); z-index: 20; display: grid; justify-items: center; pointer-events: none; }
    p { margin: 0; padding: var(--sp-3) var(--sp-5); border-radius: var(--sp-radius); background: var(--sp-ink); color: var(--sp-surface); box-shadow: var(--sp-shadow-high); }
  `,
})
export class ToastHost {
  protected readonly toasts = inject(Toasts);
}
