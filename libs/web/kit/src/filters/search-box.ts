import { Component, DestroyRef, type ElementRef, inject, input, linkedSignal, model, viewChild } from '@angular/core';
import { Icon } from '../icon/icon';
import { nextId } from '../form/value-control';
import { shortcuts } from '../keys/shortcuts';

const PAUSE_MS = 250;

/** Search of a list: `/` reaches it; the value follows after a pause in typing. */
@Component({
  selector: 'sp-search-box',
  imports: [Icon],
  template: `
    <label class="sp-label sp-small" [attr.for]="id">{{ label() }}</label>
    <span class="box">
      <sp-icon name="search" />
      <input #box class="sp-input" type="search" autocomplete="off" spellcheck="false" [id]="id" [value]="typed()" (input)="type(box.value)" (keydown.enter)="settle(box.value)" />
    </span>
  `,
  styles: `
    :host { display: block; flex: 1 1 16rem; max-inline-size: 28rem; }
    .box { position: relative; display: block; }
    sp-icon { position: absolute; inset-inline-start: 0.75rem; inset-block-start: calc(var(--sp-target) / 2 - 0.625em); color: var(--sp-ink-soft); }
    input { padding-inline-start: 2.5rem; }
  `,
})
export class SearchBox {
  readonly label = input.required<string>();
  readonly value = model.required<string>();
  protected readonly id = nextId();
  protected readonly typed = linkedSignal(() => this.value());
  protected readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pause));
    shortcuts([{ key: '/', text: 'kit.keys.search', run: () => this.box().nativeElement.focus() }]);
  }

  protected type(text: string): void {
    this.typed.set(text);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.settle(text), PAUSE_MS);
  }

  protected settle(text: string): void {
    clearTimeout(this.pause);
    this.value.set(text.trim());
  }
}
