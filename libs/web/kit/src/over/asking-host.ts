import { Component, effect, inject, signal, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { nextId } from '../form/value-control';
import { Asking } from './asking';
import { Dialog } from './dialog';

/** Shows the question that somebody asks through `Asking`. The shell has one. */
@Component({
  selector: 'sp-asking-host',
  imports: [Dialog, TranslocoPipe],
  templateUrl: './asking-host.html',
})
export class AskingHost {
  protected readonly asking = inject(Asking);
  protected readonly id = nextId();
  protected readonly reason = signal('');
  protected readonly missing = signal(false);
  private readonly dialog = viewChild.required(Dialog);

  constructor() {
    effect(() => {
      if (this.asking.current()) {
        this.reason.set('');
        this.missing.set(false);
        this.dialog().open();
      }
    });
  }

  protected agree(): void {
    const question = this.asking.current();
    if (question?.reason && this.reason().trim() === '') {
      this.missing.set(true);
      document.getElementById(this.id)?.focus();
      return;
    }
    question?.answer(this.reason().trim());
    this.dialog().close();
  }

  protected turnBack(): void {
    this.asking.current()?.answer(null);
  }
}
