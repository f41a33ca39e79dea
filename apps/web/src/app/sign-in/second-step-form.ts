import { afterNextRender, Component, ElementRef, inject, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { action, Control, Field, SpForm } from '@sampan/web-kit';
import { Session, type SignedIn } from '@sampan/web-session';

/** The second step of signing in: a code of the app, or one from paper. */
@Component({
  selector: 'sp-second-step-form',
  imports: [ReactiveFormsModule, TranslocoPipe, SpForm, Field, Control],
  template: `
    <form [formGroup]="form" spForm [problem]="take.problem()" (send)="take.run()">
      <sp-field [label]="'shell.signIn.code' | transloco" [hint]="'shell.signIn.codeHint' | transloco">
        <input spControl formControlName="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" />
      </sp-field>
      <div class="sp-actions">
        <button class="sp-button" [attr.aria-busy]="take.busy()">{{ 'shell.signIn.do' | transloco }}</button>
        <button type="button" class="sp-button sp-button--secondary" (click)="again.emit()">{{ 'shell.signIn.begin' | transloco }}</button>
      </div>
    </form>
  `,
})
export class SecondStepForm {
  readonly done = output<SignedIn>();
  readonly again = output();

  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly form = new FormGroup({
    code: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(6), Validators.maxLength(30)] }),
  });

  protected readonly take = action(async () => {
    this.done.emit(await this.session.takeSecondStep(this.form.controls.code.value));
  });

  constructor() {
    afterNextRender(() => this.host.nativeElement.querySelector('input')?.focus());
  }
}
