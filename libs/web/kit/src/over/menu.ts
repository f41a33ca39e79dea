import { booleanAttribute, Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { nextId } from '../form/value-control';

/** A button that discloses a short list of links or buttons; closes on Escape, on a choice, and when the focus leaves. */
@Component({
  selector: 'sp-menu',
  imports: [Icon],
  host: { '(keydown.escape)': 'close(true)', '(focusout)': 'leave($event)', '(document:pointerdown)': 'away($event)' },
  template: `
    <button type="button" class="trigger" [class.bare]="!label()" [attr.aria-expanded]="open()" [attr.aria-controls]="id" [attr.aria-label]="name() || label()" (click)="turn()">
      @if (icon(); as icon) { <sp-icon [name]="icon" /> }
      @if (label()) { <span class="label">{{ label() }}</span> }
      <sp-icon class="down" name="down" />
    </button>
    <div class="panel" [class.start]="start()" [id]="id" [hidden]="!open()" (click)="pick($event)"><ng-content /></div>
  `,
  styleUrl: './menu.scss',
})
export class Menu {
  readonly label = input('');
  /** Said instead of the label where the label alone does not say what the menu is. */
  readonly name = input('');
  readonly icon = input<IconName | null>(null);
  /** For boxes to tick: stays open until somebody leaves. */
  readonly stays = input(false, { transform: booleanAttribute });
  /** The panel begins where the button begins; else they end together. */
  readonly start = input(false, { transform: booleanAttribute });
  readonly opened = output();
  protected readonly id = nextId();
  protected readonly open = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected turn(): void {
    this.open.set(!this.open());
    if (this.open()) {
      this.opened.emit();
    }
  }

  /** A link leads away; after a button the focus is where it came from. */
  protected pick(event: Event): void {
    if (!this.stays()) {
      this.close((event.target as Element).closest('button') !== null);
    }
  }

  protected close(giveBackFocus: boolean): void {
    if (this.open() && giveBackFocus) {
      this.host.querySelector<HTMLElement>('.trigger')?.focus();
    }
    this.open.set(false);
  }

  /** A finger on what cannot take the focus closes it too. */
  protected away(event: Event): void {
    if (this.open() && !this.host.contains(event.target as Node)) {
      this.open.set(false);
    }
  }

  protected leave(event: FocusEvent): void {
    if (event.relatedTarget && !this.host.contains(event.relatedTarget as Node)) {
      this.open.set(false);
    }
  }
}
