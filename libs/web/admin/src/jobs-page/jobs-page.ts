import { Component, DestroyRef, inject, resource } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type JobDto, jobsList } from '@sampan/web-client';
import { Column, MomentPipe, NumberPipe, PageHeader, plainRows, Status, Table, type Tone, Waiting } from '@sampan/web-kit';

const LOOK_AGAIN_MS = 4000;
const TONES: Readonly<Record<JobDto['state'], Tone>> = { waiting: 'neutral', running: 'info', done: 'good', failed: 'bad' };

/** The long work that this user asked for; it goes on whoever looks. */
@Component({
  selector: 'sp-jobs-page',
  imports: [TranslocoPipe, Column, MomentPipe, NumberPipe, PageHeader, Status, Table, Waiting],
  templateUrl: './jobs-page.html',
})
export class JobsPage {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly jobs = resource({ loader: () => this.api.invoke(jobsList) });
  protected readonly rows = plainRows(() => (this.jobs.hasValue() ? this.jobs.value() : []));
  protected readonly tones = TONES;

  constructor() {
    const looking = setInterval(() => {
      if (this.rows.rows().some((job) => job.state === 'waiting' || job.state === 'running')) {
        this.jobs.reload();
      }
    }, LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(looking));
  }

  protected kind(kind: string): string {
    const key = `admin.job.kind.${kind}`;
    return this.transloco.translate(key in this.transloco.getTranslation(this.transloco.activeLang()) ? key : 'admin.job.kind.other');
  }
}
