import { Component, computed, inject, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, apiTokensList, apiTokensMake, apiTokensRevoke, type ApiTokenDto, type NewApiTokenDto } from '@sampan/web-client';
import { action, Asking, Checkboxes, Control, Empty, Field, MomentPipe, Notice, PageHeader, ProblemNotice, SpForm, Status, UserText, Waiting } from '@sampan/web-kit';

type Scope = NewApiTokenDto['scope'];

const LONGEST_DAYS = 365;
const USUAL_DAYS = 90;

/** The keys with which machines work in my name. */
@Component({
  selector: 'sp-tokens-page',
  imports: [ReactiveFormsModule, TranslocoPipe, Checkboxes, Control, Empty, Field, MomentPipe, Notice, PageHeader, ProblemNotice, SpForm, Status, UserText, Waiting],
  templateUrl: './tokens-page.html',
  styles: `.secret { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }`,
})
export class TokensPage {
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly tokens = resource({ loader: () => this.api.invoke(apiTokensList) });
  protected readonly secret = signal<string | null>(null);
  /** The names that the API's documentation uses, in every language. */
  protected readonly choices = computed(() => (this.tokens.hasValue() ? this.tokens.value().offered.map((value) => ({ value, label: value, lang: 'en' })) : []));
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(100)] }),
    scope: new FormControl<Scope>([], { nonNullable: true, validators: Validators.required }),
    days: new FormControl(USUAL_DAYS, { nonNullable: true, validators: [Validators.required, Validators.min(1), Validators.max(LONGEST_DAYS)] }),
  });

  protected readonly make = action(async () => {
    const made = await this.api.invoke(apiTokensMake, { body: this.form.getRawValue() });
    this.secret.set(made.secret);
    this.form.reset();
    this.tokens.reload();
  });

  protected readonly revoke = action(async ({ id, name }: ApiTokenDto) => {
    const agreed = await this.asking.confirm({
      heading: this.transloco.translate('account.tokens.revokeHeading', { name }),
      text: this.transloco.translate('account.tokens.revokeText'),
      confirm: this.transloco.translate('account.tokens.revoke'),
      danger: true,
    });
    if (agreed) {
      await this.api.invoke(apiTokensRevoke, { apiTokenId: id });
      this.tokens.reload();
    }
  });
}
