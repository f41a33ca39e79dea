import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, certificatesVerify, type NamesDto, type VerifiedCertificateDto } from '@sampan/web-client';
import { Control, DayPipe, Fact, Field, Notice, PageHeader, SpForm, Summary, UserText, Waiting, type Tone } from '@sampan/web-kit';
import { problemOf } from '@sampan/web-session';

const TONES: Readonly<Record<VerifiedCertificateDto['status'], Tone>> = {
  draft: 'bad', issued: 'good', suspended: 'warn', revoked: 'bad', expired: 'warn', superseded: 'warn',
};

/** Whether a certificate is real: the code from the paper in, five facts out, and nothing about who holds it. */
@Component({
  selector: 'sp-verify-page',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DayPipe, Fact, Field, Notice, PageHeader, SpForm, Summary, UserText, Waiting],
  templateUrl: './verify-page.html',
  styles: `:host { display: block; max-inline-size: calc(var(--sp-measure) + 2 * var(--sp-5)); margin-inline: auto; }`,
})
export class VerifyPage {
  readonly token = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  protected readonly form = new FormGroup({ code: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(60)] }) });

  protected readonly answer = resource({ params: () => this.token(), loader: ({ params }) => this.api.invoke(certificatesVerify, { token: params }) });
  protected readonly unknown = computed(() => problemOf(this.answer.error()).status === 404);
  protected readonly tone = computed<Tone>(() => (this.answer.hasValue() ? TONES[this.answer.value().status] : 'neutral'));
  protected readonly programme = computed(() => {
    const language = this.transloco.activeLang() as keyof NamesDto;
    return this.answer.hasValue() ? this.answer.value().programmeNames[language] : '';
  });

  constructor() {
    effect(() => this.form.controls.code.setValue(this.token() ?? ''));
  }

  protected look(): Promise<boolean> {
    return this.router.navigate(['/public/verify', this.form.getRawValue().code.trim()]);
  }
}
