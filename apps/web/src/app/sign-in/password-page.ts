import { Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { action, Control, Field, Notice, PageHeader, SpForm } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

@Component({
  selector: 'sp-password-page',
  imports: [ReactiveFormsModule, TranslocoPipe, PageHeader, SpForm, Field, Control, Notice],
  templateUrl: './password-page.html',
})
export class PasswordPage {
  private readonly session = inject(Session);
  protected readonly changed = signal(false);
  protected readonly form = new FormGroup({
    currentPassword: new FormControl('', { nonNullable: true, validators: Validators.required }),
    newPassword: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(12), Validators.maxLength(200)] }),
  });

  protected readonly save = action(async () => {
    const { currentPassword, newPassword } = this.form.getRawValue();
    await this.session.changePassword(currentPassword, newPassword);
    this.form.reset();
    this.changed.set(true);
  });
}
