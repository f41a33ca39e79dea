import { Component, effect, inject, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dialog } from '../over/dialog';
import { Shortcuts } from './shortcuts';

/** The list of keys, opened by `?`. The shell has one. */
@Component({
  selector: 'sp-key-help',
  imports: [Dialog, TranslocoPipe],
  template: `
    <sp-dialog [heading]="'kit.keys.heading' | transloco" (closed)="keys.helpOpen.set(false)">
      <ul class="sp-list">
        <li class="sp-row sp-row--apart"><span>{{ 'kit.keys.help' | transloco }}</span><kbd>?</kbd></li>
        <li class="sp-row sp-row--apart"><span>{{ 'kit.keys.rows' | transloco }}</span><span class="sp-row"><kbd>↑</kbd><kbd>↓</kbd><kbd>↵</kbd></span></li>
        @for (one of keys.all(); track one) {
          <li class="sp-row sp-row--apart"><span>{{ one.text | transloco }}</span><kbd>{{ one.key }}</kbd></li>
        }
      </ul>
      <label class="sp-choice">
        <input type="checkbox" [checked]="keys.off()" (change)="keys.turn(!keys.off())" />
        <span>{{ 'kit.keys.off' | transloco }}</span>
      </label>
    </sp-dialog>
  `,
  styles: `kbd { padding: 0 0.5em; border: 1px solid var(--sp-line-strong); border-radius: var(--sp-radius-small); background: var(--sp-surface-sunk); font: inherit; font-weight: 600; }`,
})
export class KeyHelp {
  protected readonly keys = inject(Shortcuts);
  private readonly dialog = viewChild.required(Dialog);

  constructor() {
    effect(() => {
      if (this.keys.helpOpen()) {
        this.dialog().open();
      }
    });
  }
}
