import { Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { action, Control, Field, Icon, LANGUAGES, SpForm } from '@sampan/web-kit';
import { Language, Session } from '@sampan/web-session';
import { SignInForm } from './sign-in-form';

/** On a tablet that was left: nothing of the page is shown, nothing of it is lost. */
@Component({
  selector: 'sp-lock-screen',
  imports: [ReactiveFormsModule, TranslocoPipe, Icon, SpForm, Field, Control, SignInForm],
  templateUrl: './lock-screen.html',
  styleUrl: './lock-screen.scss',
})
export class LockScreen {
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly languages = LANGUAGES;
  protected readonly switching = signal(false);
  protected readonly form = new FormGroup({ password: new FormControl('', { nonNullable: true, validators: Validators.required }) });

  protected readonly unlock = action(async () => {
    const wasReloaded = !this.session.signedIn();
    await this.session.unlock(this.form.controls.password.value);
    if (wasReloaded) {
      window.location.reload();
    }
  });

  /** The former colleague's page must not appear under the next one's name. */
  protected startAfresh(): void {
    window.location.assign('/');
  }
}
