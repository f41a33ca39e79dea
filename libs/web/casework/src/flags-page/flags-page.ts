import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, flagsList, type FlagSummaryDto } from '@sampan/web-client';
import {
  Column,
  DayPipe,
  FilterBar,
  FilterChips,
  PageHeader,
  pagedList,
  PluralPipe,
  Status,
  Table,
  urlState,
  UserText,
} from '@sampan/web-kit';
import { ListViews, Session } from '@sampan/web-session';
import { SpokenPipe } from '../flag-panel/spoken';
import { TierStatus } from '../flag-panel/tier-status';
import { Decisions } from './decisions';

type State = FlagSummaryDto['state'];
type Tier = FlagSummaryDto['tier'];

const VIEWS: Readonly<Record<string, readonly State[]>> = {
  waiting: ['raised', 'under-review'],
  deferred: ['deferred'],
  accepted: ['accepted'],
  decided: ['dismissed', 'closed'],
};
const TIERS: readonly Tier[] = ['urgent', 'high', 'moderate'];

/** Who waits for an offer of help, the soonest answer first. */
@Component({
  selector: 'sp-flags-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    Column,
    DayPipe,
    FilterBar,
    FilterChips,
    ListViews,
    PageHeader,
    PluralPipe,
    Status,
    Table,
    UserText,
    Decisions,
    SpokenPipe,
    TierStatus,
  ],
  templateUrl: './flags-page.html',
  styles: `
    .line {
      white-space: nowrap;
    }
  `,
})
export class FlagsPage {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly filters = urlState({ view: 'waiting', tier: '' });

  protected readonly list = pagedList({
    params: () => this.filters.value(),
    load: ({ view, tier, ...page }) =>
      this.api.invoke(flagsList, {
        ...page,
        state: [...(VIEWS[view] ?? VIEWS['waiting']!)],
        ...(tier ? { tier: tier as Tier } : {}),
      }),
  });

  protected readonly views = computed(() => {
    this.transloco.activeLang();
    return Object.keys(VIEWS).map((value) => ({
      value,
      label: this.transloco.translate(`casework.flags.view.${value}`),
    }));
  });
  protected readonly tiers = computed(() => {
    this.transloco.activeLang();
    return ['', ...TIERS].map((value) => ({
      value,
      label: this.transloco.translate(value === '' ? 'casework.flags.everyTier' : `casework.tier.${value}`),
    }));
  });
}
