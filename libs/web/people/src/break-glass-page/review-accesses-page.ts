import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, breakGlassEnd, breakGlassList, breakGlassReview, type ReviewBreakGlassDto } from '@sampan/web-client';
import { action, FilterChips, MomentPipe, PageHeader, pagedList, ProblemNotice, Status, urlState, UserText } from '@sampan/web-kit';

/** Who opened files of the reviewer's centres from outside: each is looked at by somebody who did not do it. */
@Component({
  selector: 'sp-review-accesses-page',
  imports: [TranslocoPipe, FilterChips, MomentPipe, PageHeader, ProblemNotice, Status, UserText],
  templateUrl: './review-accesses-page.html',
})
export class ReviewAccessesPage {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly filters = urlState({ show: 'open' });
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ show, ...page }) => this.api.invoke(breakGlassList, { ...page, onlyUnreviewed: show === 'open' }),
  });
  protected readonly shown = computed(() => {
    this.transloco.activeLang();
    return ['open', 'all'].map((value) => ({ value, label: this.transloco.translate(`people.breakGlass.show.${value}`) }));
  });

  protected readonly review = action(async (breakGlassId: string, verdict: ReviewBreakGlassDto['verdict']) => {
    await this.api.invoke(breakGlassReview, { breakGlassId, body: { verdict } });
    this.list.reload();
  });

  protected readonly end = action(async (breakGlassId: string) => {
    await this.api.invoke(breakGlassEnd, { breakGlassId });
    this.list.reload();
  });
}
