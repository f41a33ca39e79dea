import { Component, computed, DestroyRef, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, jobsOne, releasesApprove, releasesDiscard, releasesOne, releasesPublish } from '@sampan/web-client';
import { action, Asking, DayPipe, Fact, Icon, JobProgress, MomentPipe, Notice, NumberPipe, PageHeader, ProblemNotice, Summary, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { CountryPipe, PeriodPipe } from '../numbers/number-words';
import { ReleaseState } from '../releases-page/release-state';
import { DisclosureReport } from './disclosure-report';

const LOOK_AGAIN_MS = 2000;

/** One release on its way: built, checked, approved by a second person, published. */
@Component({
  selector: 'sp-release-page',
  imports: [
    RouterLink, TranslocoPipe, CountryPipe, DayPipe, DisclosureReport, Fact, Icon, JobProgress, MomentPipe, Notice, NumberPipe, PageHeader, PeriodPipe, ProblemNotice,
    ReleaseState, Summary, Waiting,
  ],
  templateUrl: './release-page.html',
})
export class ReleasePage {
  readonly releaseId = input.required<string>();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly release = resource({
    params: () => this.releaseId(),
    loader: ({ params: releaseId }) => this.api.invoke(releasesOne, { releaseId }),
  });
  protected readonly atWork = computed(() => this.release.hasValue() && ['building', 'computed'].includes(this.release.value().state));
  /** Only who asked for it sees the job. */
  protected readonly job = resource({
    params: () => (this.atWork() && this.release.value()?.isMine ? { jobId: this.release.value()?.jobId ?? '' } : undefined),
    loader: ({ params }) => this.api.invoke(jobsOne, params),
  });
  protected readonly approve = action(async () => this.release.set(await this.api.invoke(releasesApprove, { releaseId: this.releaseId() })));
  protected readonly publish = action(async () => {
    if (await this.asking.confirm(this.question('publish'))) {
      this.release.set(await this.api.invoke(releasesPublish, { releaseId: this.releaseId() }));
    }
  });
  protected readonly discard = action(async () => {
    if (await this.asking.confirm({ ...this.question('discard'), danger: true })) {
      this.release.set(await this.api.invoke(releasesDiscard, { releaseId: this.releaseId() }));
    }
  });
  protected readonly mayDiscard = computed(() => this.release.hasValue() && !['published', 'superseded', 'discarded'].includes(this.release.value().state));

  constructor() {
    const looking = setInterval(() => {
      if (this.atWork()) {
        this.job.reload();
        this.release.reload();
      }
    }, LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(looking));
  }

  private question(deed: 'publish' | 'discard') {
    const say = (key: string): string => this.transloco.translate(`ministry.release.${deed}.${key}`);
    return { heading: say('heading'), text: say('text'), confirm: say('confirm') };
  }
}
