import { Component, computed, inject, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, breakGlassAsk, type BreakGlassRequestDto } from '@sampan/web-client';
import { action, Control, Field, Notice, Radios, SpForm } from '@sampan/web-kit';
import { mintedId } from '../person-words/minted-id';

const REASONS = ['danger-now', 'health-emergency', 'person-is-here', 'colleague-away', 'authority-asks'] as const satisfies readonly BreakGlassRequestDto['reasonKind'][];
const LEAST_REASON = 20;
const LONGEST_REASON = 1000;

/** Asks to see one person, by the whole reference and never by name. What is typed is said to be read by others before it is sent. */
@Component({
  selector: 'sp-ask-access',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Field, Notice, Radios, SpForm],
  templateUrl: './ask-access.html',
  styles: `sp-notice { margin-block-end: var(--sp-4); }`,
})
export class AskAccess {
  readonly opened = output();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    personReference: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(30)] }),
    reasonKind: new FormControl<BreakGlassRequestDto['reasonKind'] | null>(null, { validators: [Validators.required] }),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(LEAST_REASON), Validators.maxLength(LONGEST_REASON)] }),
  });
  protected readonly reasons = computed(() => {
    this.transloco.activeLang();
    return REASONS.map((value) => ({ value, label: this.transloco.translate(`people.breakGlass.why.${value}`) }));
  });

  protected readonly ask = action(async () => {
    const { reasonKind, ...request } = this.form.getRawValue();
    if (reasonKind) {
      const { personId } = await this.api.invoke(breakGlassAsk, { body: { ...request, reasonKind } });
      this.form.reset({ id: mintedId() });
      this.opened.emit();
      await this.router.navigate(['/people', personId]);
    }
  });
}
