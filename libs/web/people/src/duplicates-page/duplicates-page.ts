import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, duplicatesJoin, duplicatesKeepApart, duplicatesQueue, duplicatesReopen, type PairDto } from '@sampan/web-client';
import { action, Asking, DayPipe, Empty, FilterChips, NumberPipe, PageHeader, pagedList, ProblemNotice, urlState } from '@sampan/web-kit';
import { PersonCard } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { Reasons } from '../person-words/reasons';

const STATES = ['to-steward', 'not-the-same', 'same-person'] as const;

/** The data steward's queue. Joining keeps both histories, and every decision can be taken back. */
@Component({
  selector: 'sp-duplicates-page',
  imports: [TranslocoPipe, DayPipe, Empty, FilterChips, NumberPipe, PageHeader, PersonCard, ProblemNotice, Reasons],
  templateUrl: './duplicates-page.html',
  styles: `
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: var(--sp-3); margin-block: var(--sp-3); }
    li { list-style: none; margin-block-end: var(--sp-4); }
    ul { padding: 0; margin-block-start: var(--sp-4); }
  `,
})
export class DuplicatesPage {
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly filters = urlState({ state: 'to-steward' });
  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ state, ...page }) => this.api.invoke(duplicatesQueue, { ...page, state: state as PairDto['state'] }),
  });
  protected readonly states = computed(() => {
    this.transloco.activeLang();
    return STATES.map((value) => ({ value, label: this.transloco.translate(`people.pairState.${value}`) }));
  });

  protected readonly join = action(async (pair: PairDto, keptPersonId: string) => {
    const { transloco } = this;
    const sure = await this.asking.confirm({
      heading: transloco.translate('people.steward.joinHeading'), text: transloco.translate('people.steward.joinText'), confirm: transloco.translate('people.steward.join'),
    });
    if (sure) {
      await this.api.invoke(duplicatesJoin, { pairId: pair.id, body: { keptPersonId } });
      this.list.reload();
    }
  });

  protected readonly keepApart = action(async (pair: PairDto) => {
    await this.api.invoke(duplicatesKeepApart, { pairId: pair.id });
    this.list.reload();
  });

  protected readonly reopen = action(async (pair: PairDto) => {
    await this.api.invoke(duplicatesReopen, { pairId: pair.id });
    this.list.reload();
  });
}
