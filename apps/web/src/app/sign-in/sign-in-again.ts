import { afterNextRender, Component, inject, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dialog } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { SignInForm } from './sign-in-form';

/** Laid over the page whose session has ended: what was typed is still there behind it. */
@Component({
  selector: 'sp-sign-in-again',
  imports: [Dialog, SignInForm, TranslocoPipe],
  template: `
    <sp-dialog [heading]="'shell.again.heading' | transloco">
      <p>{{ 'shell.again.text' | transloco }}</p>
      <sp-sign-in-form (done)="go($event)" />
    </sp-dialog>
  `,
})
export class SignInAgain {
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(Dialog);

  constructor() {
    afterNextRender(() => this.dialog().open());
  }

  /** Somebody else must not see the former page: everything starts afresh. */
  protected go(another: boolean): void {
    this.session.expired.set(false);
    if (another) {
      window.location.assign('/');
    }
  }
}
