import { Component, output, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MoveApplicationDto } from '@sampan/web-client';
import { Control, Dialog, Field, Radios, SpForm } from '@sampan/web-kit';
import { choicesOf } from '../choices';
import { DECLINED_BY } from '../words';

/** An application ends without a placement: who declined, and why. */
@Component({
  selector: 'sp-decline-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Dialog, Field, Radios, SpForm],
  template: `
    <button type="button" class="sp-button sp-button--quiet" (click)="dialog().open()">{{ 'placement.application.step.declined' | transloco }}</button>
    <sp-dialog [heading]="'placement.application.declineHeading' | transloco">
      <form [formGroup]="form" spForm (send)="send()">
        <sp-radios [label]="'placement.application.declinedByLabel' | transloco" [choices]="whom()" formControlName="declinedBy" />
        <sp-field [label]="'placement.reason' | transloco" optional><textarea spControl formControlName="reason" rows="2" dir="auto"></textarea></sp-field>
        <div class="sp-actions"><button class="sp-button">{{ 'placement.application.step.declined' | transloco }}</button></div>
      </form>
    </sp-dialog>
  `,
})
export class DeclineForm {
  readonly declined = output<Omit<MoveApplicationDto, 'version'>>();
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly whom = choicesOf(DECLINED_BY, 'placement.application.declinedBy.');
  protected readonly form = new FormGroup({
    declinedBy: new FormControl<(typeof DECLINED_BY)[number] | null>(null, Validators.required),
    reason: new FormControl('', { nonNullable: true, validators: Validators.maxLength(2000) }),
  });

  protected send(): void {
    const { declinedBy, reason } = this.form.getRawValue();
    if (declinedBy) {
      this.dialog().close();
      this.declined.emit({ to: 'declined', declinedBy, reason: reason.trim() || null });
    }
  }
}
