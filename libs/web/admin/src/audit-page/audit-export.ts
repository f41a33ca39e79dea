import { Component, computed, DestroyRef, inject, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, auditExport, jobsOne, type ExportAuditDto } from '@sampan/web-client';
import { action, DateField, JobProgress, Radios, SpForm, type KnownDay } from '@sampan/web-kit';
import { dayAfter, startOf } from './moments';

const LOOK_AGAIN_MS = 2000;
const FORMATS = ['csv', 'ndjson'] as const satisfies readonly ExportAuditDto['format'][];

/** A period of sealed entries as a file, for an auditor. It goes on when the page is left and is found again under "long work". */
@Component({
  selector: 'sp-audit-export',
  imports: [ReactiveFormsModule, TranslocoPipe, DateField, JobProgress, Radios, SpForm],
  template: `
    <section class="sp-card">
      <h2>{{ 'admin.audit.export' | transloco }}</h2>
      <form [formGroup]="form" spForm [problem]="start.problem()" (send)="start.run()">
        <sp-date-field formControlName="from" [label]="'admin.audit.from' | transloco" />
        <sp-date-field formControlName="until" [label]="'admin.audit.until' | transloco" />
        <sp-radios formControlName="format" [label]="'admin.audit.format' | transloco" [choices]="formats()" />
        <div class="sp-actions"><button class="sp-button" [attr.aria-busy]="start.busy()">{{ 'admin.audit.startExport' | transloco }}</button></div>
      </form>
      @if (job.hasValue()) {
        <sp-job-progress [label]="'admin.audit.exporting' | transloco" [state]="job.value().state" [done]="job.value().done" [total]="job.value().total" />
        @if (job.value().state === 'done') {
          <p><a class="sp-button sp-button--secondary" [href]="'/api/v1/audit/exports/' + job.value().id" download>{{ 'admin.audit.download' | transloco }}</a></p>
        }
      }
    </section>
  `,
})
export class AuditExport {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly form = new FormGroup({
    from: new FormControl<KnownDay | null>(null, [Validators.required]),
    until: new FormControl<KnownDay | null>(null, [Validators.required]),
    format: new FormControl<ExportAuditDto['format']>('ndjson', { nonNullable: true }),
  });
  protected readonly formats = computed(() => {
    this.transloco.activeLang();
    return FORMATS.map((value) => ({ value, label: this.transloco.translate(`admin.audit.formats.${value}`) }));
  });
  private readonly jobId = signal<string | null>(null);
  protected readonly job = resource({
    params: () => {
      const jobId = this.jobId();
      return jobId ? { jobId } : undefined;
    },
    loader: ({ params }) => this.api.invoke(jobsOne, params),
  });

  constructor() {
    const looking = setInterval(() => {
      if (this.job.hasValue() && ['waiting', 'running'].includes(this.job.value().state)) {
        this.job.reload();
      }
    }, LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(looking));
  }

  protected readonly start = action(async () => {
    const { from, until, format } = this.form.getRawValue();
    if (from && until) {
      const { jobId } = await this.api.invoke(auditExport, { body: { from: startOf(from.date), until: startOf(dayAfter(until.date)), format } });
      this.jobId.set(jobId);
    }
  });
}
