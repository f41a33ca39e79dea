import { Component, inject, input, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { action, Control, Field, SpForm } from '@sampan/web-kit';
import { Language, RecentColleagues, Session } from '@sampan/web-session';

/** E-mail and password. On a shared tablet one tap on a colleague's name fills the first. */
@Component({
  selector: 'sp-sign-in-form',
  imports: [ReactiveFormsModule, TranslocoPipe, SpForm, Field, Control],
  templateUrl: './sign-in-form.html',
  styles: `.colleague { display: flex; align-items: center; gap: var(--sp-3); } .colleague > .sp-button { flex: 1; } .colleague > .sp-link-button { flex: none; min-block-size: var(--sp-target); }`,
})
export class SignInForm {
  readonly email = input('');
  /** Emits whether somebody else than before is signed in now. */
  readonly done = output<boolean>();

  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly recent = inject(RecentColleagues);
  protected readonly shown = signal(false);
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email, Validators.maxLength(254)] }),
    password: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
  });

  protected readonly signIn = action(async () => {
    const { email, password } = this.form.getRawValue();
    const another = await this.session.signIn(email.trim(), password);
    const user = this.session.who()?.user;
    if (user) {
      this.recent.add(user);
    }
    this.form.controls.password.reset();
    await this.language.followAccount();
    this.done.emit(another);
  });

  protected choose(email: string): void {
    this.form.controls.email.setValue(email);
    document.querySelector<HTMLInputElement>('sp-sign-in-form input[formcontrolname="password"]')?.focus();
  }
}
