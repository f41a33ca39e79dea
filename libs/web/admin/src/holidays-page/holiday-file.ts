import { Component, inject, input, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, holidaysImport, type ImportedHolidayDto } from '@sampan/web-client';
import { action, FileField, Notice, SpForm } from '@sampan/web-kit';
import { FileOutcome } from '../words/file-outcome';

/** A year's days from a file: first what would become of each row, then the same for real. */
@Component({
  selector: 'sp-holiday-file',
  imports: [ReactiveFormsModule, TranslocoPipe, FileField, FileOutcome, Notice, SpForm],
  template: `
    <form class="sp-card" [formGroup]="form" spForm [problem]="send.problem()" (send)="send.run(true)">
      <h2>{{ 'admin.file.holidays' | transloco }}</h2>
      <sp-file-field [label]="'admin.file.file' | transloco" [hint]="'admin.file.holidaysHint' | transloco" accept=".csv,.txt" formControlName="file" />
      <div class="sp-actions"><button class="sp-button sp-button--secondary" [attr.aria-busy]="send.busy()">{{ 'admin.file.check' | transloco }}</button></div>
      @if (done()) { <sp-notice tone="good" [live]="true"><p>{{ 'admin.file.done' | transloco }}</p></sp-notice> }
      @if (outcome(); as rows) {
        <sp-file-outcome [rows]="rows" />
        @if (!done()) { <div class="sp-actions"><button type="button" class="sp-button" [attr.aria-busy]="send.busy()" (click)="send.run(false)">{{ 'admin.file.bring' | transloco }}</button></div> }
      }
    </form>
  `,
})
export class HolidayFile {
  readonly country = input.required<string>();
  readonly brought = output();
  private readonly api = inject(Api);
  protected readonly form = new FormGroup({ file: new FormControl<File | null>(null, Validators.required) });
  protected readonly outcome = signal<readonly { row: number; label: string; name: string; outcome: ImportedHolidayDto['outcome']; problem: string | null }[] | null>(null);
  protected readonly done = signal(false);

  protected readonly send = action(async (dryRun: boolean) => {
    const { file } = this.form.getRawValue();
    if (file) {
      const rows = await this.api.invoke(holidaysImport, { body: { country: this.country(), dryRun, file } });
      this.outcome.set(rows.map(({ day, ...row }) => ({ ...row, label: day })));
      this.done.set(!dryRun);
      if (!dryRun) {
        this.brought.emit();
      }
    }
  });
}
