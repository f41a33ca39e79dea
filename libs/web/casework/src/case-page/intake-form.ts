import { Component, effect, inject, input, model, output, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, type CaseDto, casesRecordIntake } from '@sampan/web-client';
import { action, Control, Field, Opened, SpForm } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';

const LONGEST_ACCOUNT = 4000;

/** What the person came for, recorded after a flag opened the case, or corrected later. */
@Component({
  selector: 'sp-intake-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Draft, Field, SpForm, Opened],
  template: `
    @if (!writing()) {
      <button type="button" class="sp-button sp-button--secondary" (click)="start()">
        {{ (file().presentingIssue ? 'casework.intake.correct' : 'casework.intake.record') | transloco }}
      </button>
    } @else {
      <form spOpened [formGroup]="form" spForm [spDraft]="'casework.intake.' + file().id" #draft="spDraft" [problem]="save.problem()" (send)="save.run(draft)">
        <sp-field [label]="'casework.open.presentingIssue' | transloco" [hint]="'casework.open.presentingIssueHint' | transloco">
          <textarea spControl formControlName="presentingIssue" rows="4" dir="auto"></textarea>
        </sp-field>
        <sp-field [label]="'casework.open.urgentConcern' | transloco" [hint]="'casework.open.urgentConcernHint' | transloco" optional>
          <textarea spControl formControlName="urgentConcern" rows="2" dir="auto"></textarea>
        </sp-field>
        <div class="sp-actions">
          <button class="sp-button" [attr.aria-busy]="save.busy()">{{ 'casework.save' | transloco }}</button>
          <button type="button" class="sp-button sp-button--secondary" (click)="writing.set(false)">{{ 'casework.cancel' | transloco }}</button>
        </div>
      </form>
    }
  `,
})
export class IntakeForm {
  readonly file = input.required<CaseDto>();
  readonly changed = output<CaseDto>();
  readonly writing = model(false);

  private readonly api = inject(Api);
  protected readonly form = new FormGroup({
    presentingIssue: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(LONGEST_ACCOUNT)] }),
    urgentConcern: new FormControl('', { nonNullable: true, validators: Validators.maxLength(LONGEST_ACCOUNT) }),
  });

  constructor() {
    // A case from a flag has no intake yet: the form is what comes next, so it is open.
    effect(() => {
      if (this.file().stage === 'intake' && !this.file().presentingIssue) {
        untracked(() => this.start());
      }
    });
  }

  protected start(): void {
    const { presentingIssue, urgentConcern } = this.file();
    this.form.setValue({ presentingIssue: presentingIssue ?? '', urgentConcern: urgentConcern ?? '' });
    this.writing.set(true);
  }

  protected readonly save = action(async (draft: Draft) => {
    const { id: caseId, version } = this.file();
    const { presentingIssue, urgentConcern } = this.form.getRawValue();
    const file = await this.api.invoke(casesRecordIntake, {
      caseId,
      body: { presentingIssue, urgentConcern: urgentConcern || null, version },
    });
    draft.drop();
    this.writing.set(false);
    this.changed.emit(file);
  });
}
