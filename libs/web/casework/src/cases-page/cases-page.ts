import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type CaseLineDto, casesList } from '@sampan/web-client';
import { Column, FilterBar, FilterChips, MomentPipe, PageHeader, pagedList, Table, urlState, UserText } from '@sampan/web-kit';
import { ListViews, Session } from '@sampan/web-session';
import { StageStatus } from '../stage-status';
import { CASE_STAGES } from '../words';

type Stage = (typeof CASE_STAGES)[number];
type Owner = 'mine' | 'nobody' | 'anybody';

interface Filters {
  readonly owner: string;
  readonly stage: string;
  readonly open: boolean;
}

/** The cases within reach; the filters stand in the address. */
@Component({
  selector: 'sp-cases-page',
  imports: [RouterLink, TranslocoPipe, Column, FilterBar, FilterChips, ListViews, MomentPipe, PageHeader, Table, UserText, StageStatus],
  templateUrl: './cases-page.html',
})
export class CasesPage {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly stages = CASE_STAGES;
  protected readonly filters = urlState<Filters>({ owner: this.session.can('case.assign') ? 'anybody' : 'mine', stage: '', open: true });

  protected readonly list = pagedList<CaseLineDto, Filters>({
    params: () => this.filters.value(),
    load: ({ owner, stage, open, ...page }) =>
      this.api.invoke(casesList, {
        ...page,
        owner: owner as Owner,
        ...(stage ? { stage: stage as Stage } : {}),
        ...(open && !stage ? { open: true } : {}),
      }),
  });

  protected readonly owners = computed(() =>
    ['mine', 'nobody', 'anybody'].map((value) => ({ value, label: this.transloco.translate(`casework.cases.owner.${value}`) })),
  );
}
