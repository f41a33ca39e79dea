import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, cohortsMove, type CohortDto } from '@sampan/web-client';
import { action, Asking, DayPipe, Fact, NumberPipe, PageHeader, PluralPipe, ProblemNotice, Status, Summary, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { OwnLanguagePipe } from '../own-language';
import { COHORT_TONES } from '../states';
import { CohortInView } from './cohort-in-view';

type CohortState = CohortDto['state'];

/** One cohort: its plan and places, and in tabs its trainees, its sessions and its attendance. */
@Component({
  selector: 'sp-cohort-page',
  imports: [RouterLink, RouterLinkActive, RouterOutlet, TranslocoPipe, DayPipe, Fact, NumberPipe, OwnLanguagePipe, PageHeader, PluralPipe, ProblemNotice, Status, Summary, Waiting],
  providers: [CohortInView],
  templateUrl: './cohort-page.html',
  styles: `.plan { margin-block-end: var(--sp-4); }`,
})
export class CohortPage {
  readonly cohortId = input.required<string>();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly view = inject(CohortInView);
  protected readonly tones = COHORT_TONES;
  protected readonly placesLeft = computed(() => {
    const cohort = this.view.cohort.hasValue() ? this.view.cohort.value() : null;
    return cohort ? cohort.places - cohort.taken : 0;
  });

  constructor() {
    effect(() => this.view.id.set(this.cohortId()));
  }

  protected readonly move = action(async (cohort: CohortDto, to: CohortState) => {
    const words = (key: string): string => this.transloco.translate(key);
    const sure = await this.asking.confirm({
      heading: words(`training.move.${to}`),
      text: words(`training.moveMeans.${to}`),
      confirm: words(`training.move.${to}`),
      danger: to === 'cancelled',
    });
    if (sure) {
      await this.api.invoke(cohortsMove, { cohortId: cohort.id, body: { to, version: cohort.version } });
      this.view.reload();
    }
  });
}
