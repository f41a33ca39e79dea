import { Component, inject, resource, signal, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, secondFactorRenewCodes, secondFactorShow, secondFactorSwitchOff } from '@sampan/web-client';
import { action, Control, Dialog, Field, MomentPipe, Notice, PluralPipe, SpForm, Status, Toasts, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { RecoveryCodes } from '../second-factor-page/recovery-codes';

type Deed = 'renew' | 'switchOff';

/** Few enough that losing the telephone tomorrow would lock somebody out soon. */
const FEW_CODES = 3;

/** The second step of signing in: whether it is set up, and what can be done about it. */
@Component({
  selector: 'sp-second-factor-section',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Control, Dialog, Field, MomentPipe, Notice, PluralPipe, RecoveryCodes, SpForm, Status, Waiting],
  templateUrl: './second-factor-section.html',
})
export class SecondFactorSection {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly dialog = viewChild(Dialog);
  protected readonly factor = resource({ loader: () => this.api.invoke(secondFactorShow) });
  protected readonly deed = signal<Deed>('renew');
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly few = FEW_CODES;
  protected readonly proof = new FormGroup({
    password: new FormControl('', { nonNullable: true, validators: Validators.required }),
    code: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(6), Validators.maxLength(30)] }),
  });

  protected readonly prove = action(async () => {
    const body = this.proof.getRawValue();
    await (this.deed() === 'renew' ? this.renew(body) : this.switchOff(body));
    this.dialog()?.close();
    this.factor.reload();
  });

  protected ask(deed: Deed): void {
    this.deed.set(deed);
    this.codes.set([]);
    this.proof.reset();
    this.prove.forget();
    this.dialog()?.open();
  }

  private async renew(body: { password: string; code: string }): Promise<void> {
    this.codes.set((await this.api.invoke(secondFactorRenewCodes, { body })).recoveryCodes);
  }

  private async switchOff(body: { password: string; code: string }): Promise<void> {
    await this.api.invoke(secondFactorSwitchOff, { body });
    await this.session.lookAgain();
    this.toasts.show(this.transloco.translate('account.secondFactor.switchedOff'));
  }
}
