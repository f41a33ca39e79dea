import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { accountsAdd, accountsChange, accountsOne, Api, type NewAccountDto } from '@sampan/web-client';
import { action, Control, Field, PageHeader, SpForm, Waiting } from '@sampan/web-kit';
import { PlaceFields, placeGroup, placeOf } from '../place-page/place-fields';
import { choicesOf, LOCALES } from '../words/choices';
import { mintedId } from '../words/minted-id';

type Locale = NewAccountDto['locale'];

/** Makes an account, or changes name, address and language of one. What it may do has a page of its own. */
@Component({
  selector: 'sp-account-form-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Control, Field, PageHeader, PlaceFields, SpForm, Waiting],
  templateUrl: './account-form-page.html',
})
export class AccountFormPage {
  readonly userId = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly id = mintedId();
  protected readonly locales = choicesOf(LOCALES, 'admin.language.');
  protected readonly account = resource({ params: () => this.userId(), loader: ({ params: userId }) => this.api.invoke(accountsOne, { userId }) });
  protected readonly back = computed(() => (this.userId() ? ['/admin/users', this.userId()] : ['/admin/users']));
  protected readonly form = new FormGroup({
    displayName: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(2), Validators.maxLength(120)] }),
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email, Validators.maxLength(254)] }),
    locale: new FormControl<Locale>('en', { nonNullable: true }),
    place: placeGroup(),
  });

  protected readonly save = action(async () => {
    const { displayName, email, locale } = this.form.getRawValue();
    const person = { displayName: displayName.trim(), email: email.trim(), locale };
    const known = this.account.hasValue() ? this.account.value() : undefined;
    const saved = known
      ? await this.api.invoke(accountsChange, { userId: known.id, body: { ...person, version: known.version } })
      : await this.api.invoke(accountsAdd, { body: { ...person, ...placeOf(this.form.controls.place), id: this.id } });
    await this.router.navigate(['/admin/users', saved.id]);
  });

  constructor() {
    effect(() => {
      if (this.userId()) {
        this.form.controls.place.disable();
      }
      if (this.account.hasValue()) {
        const { displayName, email, locale } = this.account.value();
        this.form.patchValue({ displayName, email, locale });
      }
    });
  }
}
