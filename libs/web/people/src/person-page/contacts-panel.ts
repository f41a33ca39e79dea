import { Component, computed, inject, input, output, resource, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, contactsList, contactsRecord, type ContactDto, type NewContactDto } from '@sampan/web-client';
import { action, Control, Dialog, Field, Icon, Radios, SpForm, Status, UserText, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { CONTACT_KINDS } from '../person-words/codes';
import { mintedId } from '../person-words/minted-id';

/** Where a tap leads. Only when the person has said that it is safe. */
const LINKS: Partial<Record<ContactDto['kind'], (value: string) => string>> = {
  phone: (value) => `tel:${value}`,
  whatsapp: (value) => `https://wa.me/${value.replace('+', '')}`,
  telegram: (value) => `https://t.me/${encodeURIComponent(value)}`,
  line: (value) => `https://line.me/R/ti/p/~${encodeURIComponent(value)}`,
  email: (value) => `mailto:${value}`,
};

/** Ways to reach the person, and whether it is safe to. */
@Component({
  selector: 'sp-contacts-panel',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Dialog, Field, Icon, Radios, SpForm, Status, UserText, Waiting],
  templateUrl: './contacts-panel.html',
})
export class ContactsPanel {
  readonly personId = input.required<string>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  private readonly dialog = viewChild<Dialog>('adding');
  protected readonly kinds = CONTACT_KINDS;
  protected readonly contacts = resource({ params: () => ({ personId: this.personId() }), loader: ({ params }) => this.api.invoke(contactsList, params) });
  protected readonly yesNo = computed(() => {
    this.transloco.activeLang();
    return (['yes', 'no'] as const).map((value) => ({ value, label: this.transloco.translate(`people.answer.${value}`) }));
  });
  protected readonly form = new FormGroup({
    kind: new FormControl<NewContactDto['kind']>('phone', { nonNullable: true }),
    value: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(100)] }),
    safeToCall: new FormControl<'yes' | 'no' | null>(null),
    safeWhen: new FormControl('', { nonNullable: true, validators: Validators.maxLength(200) }),
    whoMayAnswer: new FormControl('', { nonNullable: true, validators: Validators.maxLength(200) }),
  });

  protected readonly add = action(async () => {
    const { kind, value, safeToCall, safeWhen, whoMayAnswer } = this.form.getRawValue();
    await this.api.invoke(contactsRecord, {
      personId: this.personId(),
      body: { id: mintedId(), kind, value, safeToCall: safeToCall === null ? null : safeToCall === 'yes', safeWhen: safeWhen || null, whoMayAnswer: whoMayAnswer || null },
    });
    this.form.reset();
    this.dialog()?.close();
    this.contacts.reload();
    this.changed.emit();
  });

  protected linkOf({ kind, value, safeToCall }: ContactDto): string | null {
    return safeToCall === true ? (LINKS[kind]?.(value) ?? null) : null;
  }
}
