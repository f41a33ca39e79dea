import { booleanAttribute, Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { nextId } from '../form/value-control';

/**
 * The browser's own dialog: it traps the focus, closes on Escape and gives the focus back.
 * `<sp-dialog #end heading="…">…</sp-dialog> <button (click)="end.open()">`. With `side` it is a panel at the edge.
 */
@Component({
  selector: 'sp-dialog',
  imports: [TranslocoPipe, Icon],
  templateUrl: './dialog.html',
  styleUrl: './dialog.scss',
})
export class Dialog {
  readonly heading = input.required<string>();
  readonly side = input(false, { transform: booleanAttribute });
  readonly closed = output();
  protected readonly id = nextId();
  private readonly element = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    this.element().nativeElement.showModal();
  }

  close(): void {
    this.element().nativeElement.close();
  }

  protected afterClose(): void {
    this.closed.emit();
  }
}
