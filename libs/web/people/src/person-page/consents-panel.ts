import { Component, computed, inject, input, output, resource, signal, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, consentsList, consentsReceipt, consentsRecord, type ConsentDto, type PurposeDto } from '@sampan/web-client';
import { action, Control, DayPipe, Dialog, Field, ProblemNotice, Radios, SpForm, Status, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { CONSENT_TONES, GIVERS, METHODS, NOTICE_VERSION } from '../person-words/codes';
import { mintedId } from '../person-words/minted-id';

/** What may follow each state; the server holds the same table. */
const NEXT: Readonly<Record<PurposeDto['state'], readonly ConsentDto['answer'][]>> = {
  'not-asked': ['given', 'refused'], given: ['withdrawn'], refused: ['given'], withdrawn: ['given'], expired: ['given', 'refused'],
};

/** What the person agreed to, purpose by purpose; every answer stays, with its receipt. */
@Component({
  selector: 'sp-consents-panel',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DayPipe, Dialog, Field, ProblemNotice, Radios, SpForm, Status, Waiting],
  templateUrl: './consents-panel.html',
  styles: `
    .sp-row { flex-wrap: nowrap; }
    sp-status { flex: none; }
    .under { display: flex; flex-wrap: wrap; gap: var(--sp-1) var(--sp-4); font-size: var(--sp-size-small); }
    .under summary, .under > button { padding-block: var(--sp-2); }
  `,
})
export class ConsentsPanel {
  readonly personId = input.required<string>();
  readonly language = input('en');
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly tones = CONSENT_TONES;
  private readonly dialog = viewChild<Dialog>('asking');
  protected readonly purposes = resource({ params: () => ({ personId: this.personId() }), loader: ({ params }) => this.api.invoke(consentsList, params) });
  protected readonly asked = signal<PurposeDto | null>(null);
  protected readonly form = new FormGroup({
    answer: new FormControl<ConsentDto['answer'] | null>(null, Validators.required),
    method: new FormControl<ConsentDto['method']>('voice', { nonNullable: true }),
    givenBy: new FormControl<ConsentDto['givenBy']>('self', { nonNullable: true }),
    withhold: new FormControl('', { nonNullable: true, validators: Validators.maxLength(1000) }),
  });
  protected readonly answers = computed(() => this.choices('people.consentAnswer.', NEXT[this.asked()?.state ?? 'not-asked']));
  protected readonly methods = computed(() => this.choices('people.method.', METHODS));
  protected readonly givers = computed(() => this.choices('people.giver.', GIVERS));

  protected ask(purpose: PurposeDto): void {
    this.asked.set(purpose);
    this.form.reset();
    this.record.forget();
    this.dialog()?.open();
  }

  protected readonly record = action(async () => {
    const { answer, method, givenBy, withhold } = this.form.getRawValue();
    const purpose = this.asked()?.purpose;
    if (!answer || !purpose) {
      return;
    }
    await this.api.invoke(consentsRecord, {
      personId: this.personId(),
      body: { id: mintedId(), purpose, answer, method, givenBy, withhold: withhold || null, noticeVersion: NOTICE_VERSION, noticeLanguage: this.language() },
    });
    this.dialog()?.close();
    this.purposes.reload();
    this.changed.emit();
  });

  /** The receipt as a file for the person; nothing in its name says whose it is. */
  protected readonly receipt = action(async (consentId: string) => {
    const receipt = await this.api.invoke(consentsReceipt, { personId: this.personId(), consentId });
    const address = URL.createObjectURL(new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href: address, download: 'consent-receipt.json' }).click();
    URL.revokeObjectURL(address);
  });

  private choices<V extends string>(beginning: string, values: readonly V[]) {
    this.transloco.activeLang();
    return values.map((value) => ({ value, label: this.transloco.translate(beginning + value) }));
  }
}
