import { Component, inject, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, oneTimeLinksChoosePassword, oneTimeLinksLook } from '@sampan/web-client';
import { action, Control, Field, Notice, PageHeader, SpForm, Waiting } from '@sampan/web-kit';

/** Read once, then taken out of the address, so that it stays in no history. */
const tokenOfAddress = (): string => {
  const token = window.location.hash.slice(1);
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
};

/** For whoever was handed a one-time link. Says nothing about the account: the link could be in wrong hands. */
@Component({
  selector: 'sp-choose-password-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Control, Field, Notice, PageHeader, SpForm, Waiting],
  templateUrl: './choose-password-page.html',
  styles: `:host { display: block; max-inline-size: 30rem; margin-inline: auto; }`,
})
export class ChoosePasswordPage {
  private readonly api = inject(Api);
  private readonly token = tokenOfAddress();
  protected readonly link = resource({ loader: () => this.look() });
  protected readonly chosen = signal(false);
  protected readonly shown = signal(false);
  protected readonly form = new FormGroup({
    password: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(12), Validators.maxLength(200)] }),
  });

  protected readonly save = action(async () => {
    await this.api.invoke(oneTimeLinksChoosePassword, { body: { token: this.token, ...this.form.getRawValue() } });
    this.form.reset();
    this.chosen.set(true);
  });

  /** False for a link that is not good; anything else that goes wrong is shown as it is. */
  private async look(): Promise<boolean> {
    try {
      await this.api.invoke(oneTimeLinksLook, { body: { token: this.token } });
      return true;
    } catch (error) {
      const { status } = error as { status?: number };
      if (status === 404 || status === 400) {
        return false;
      }
      throw error;
    }
  }
}
