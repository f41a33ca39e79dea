import { Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, secondFactorConfirm, secondFactorSetUp, type SecondFactorKeyDto } from '@sampan/web-client';
import { action, Checkbox, Control, Field, Notice, PageHeader, SpForm } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { RecoveryCodes } from './recovery-codes';

const GROUP = 4;

/** Setting up the second step: password, then the app reads the key and proves it, then ten codes for the drawer. */
@Component({
  selector: 'sp-second-factor-page',
  imports: [ReactiveFormsModule, TranslocoPipe, Checkbox, Control, Field, Notice, PageHeader, RecoveryCodes, SpForm],
  templateUrl: './second-factor-page.html',
  styleUrl: './second-factor-page.scss',
})
export class SecondFactorPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly key = signal<SecondFactorKeyDto | null>(null);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly kept = signal(false);
  /** Said before the codes are shown, so that the page explains itself also after the role is satisfied. */
  protected readonly owed = this.session.owesSecondFactor();
  protected readonly passwordForm = new FormGroup({ password: new FormControl('', { nonNullable: true, validators: Validators.required }) });
  protected readonly codeForm = new FormGroup({
    code: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.pattern(/^\s*\d{3}\s*\d{3}\s*$/)] }),
  });

  protected readonly begin = action(async () => {
    this.key.set(await this.api.invoke(secondFactorSetUp, { body: this.passwordForm.getRawValue() }));
    this.passwordForm.reset();
  });

  protected readonly confirm = action(async () => {
    const { recoveryCodes } = await this.api.invoke(secondFactorConfirm, { body: this.codeForm.getRawValue() });
    this.key.set(null);
    this.codes.set(recoveryCodes);
    window.scrollTo(0, 0);
    await this.session.lookAgain();
  });

  /** In fours, as it is typed. */
  protected grouped(key: string): string {
    return key.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$& ');
  }

  protected async done(): Promise<void> {
    await this.router.navigateByUrl(this.owed ? '/' : '/account');
  }
}
