import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { action, Control, Field, SpForm } from '@sampan/web-kit';
import { Language, RecentColleagues, Session, type SignedIn } from '@sampan/web-session';
import { SecondStepForm } from './second-step-form';

type Step = 'password' | 'code';

/** E-mail and password, and a code where the account has a second step. On a shared tablet one tap on a colleague's name fills the first. */
@Component({
  selector: 'sp-sign-in-form',
  imports: [ReactiveFormsModule, TranslocoPipe, SpForm, Field, Control, SecondStepForm],
  templateUrl: './sign-in-form.html',
  styles: `.colleague { display: flex; align-items: center; gap: var(--sp-3); } .colleague > .sp-button { flex: 1; } .colleague > .sp-link-button { flex: none; min-block-size: var(--sp-target); }`,
})
export class SignInForm {
  readonly email = input('');
  /** `code` where the first step was taken elsewhere, at the identity provider. */
  readonly startAt = input<Step>('password');
  /** Emits whether somebody else than before is signed in now. */
  readonly done = output<boolean>();

  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly recent = inject(RecentColleagues);
  protected readonly shown = signal(false);
  protected readonly step = linkedSignal(() => this.startAt());
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email, Validators.maxLength(254)] }),
    password: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
  });

  protected readonly signIn = action(async () => {
    const { email, password } = this.form.getRawValue();
    const outcome = await this.session.signIn(email.trim(), password);
    this.form.controls.password.reset();
    if (outcome === 'second-step') {
      this.step.set('code');
    } else {
      await this.arrive(outcome);
    }
  });

  /** Somebody has taken the last step. */
  protected async arrive(outcome: SignedIn): Promise<void> {
    const user = this.session.who()?.user;
    if (user) {
      this.recent.add(user);
    }
    this.step.set('password');
    await this.language.followAccount();
    this.done.emit(outcome === 'another');
  }

  protected choose(email: string): void {
    this.form.controls.email.setValue(email);
    document.querySelector<HTMLInputElement>('sp-sign-in-form input[formcontrolname="password"]')?.focus();
  }
}
