import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, importsDecide, importsDecideAll, importsRows, type DecideRowDto, type ImportDto, type ImportRowDto, type RowMatchDto } from '@sampan/web-client';
import { action, Column, FilterChips, NumberPipe, pagedList, ProblemNotice, Status, Table, urlState, UserText } from '@sampan/web-kit';
import { PersonLine } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { OUTCOME_TONES } from '../person-words/codes';
import { Reasons } from '../person-words/reasons';

const FILTERS = ['', 'duplicate', 'rejected', 'to-create', 'to-update', 'created', 'updated', 'kept', 'undone'] as const;
/** From here on one answer for all rows is offered. */
const LIKELY = 0.9;

/** Every row of the file: what becomes of it and why, and the decisions that only a person can take. */
@Component({
  selector: 'sp-rows-table',
  imports: [RouterLink, TranslocoPipe, Column, FilterChips, NumberPipe, PersonLine, ProblemNotice, Reasons, Status, Table, UserText],
  templateUrl: './rows-table.html',
  styles: `
    .outcome { white-space: nowrap; }
    .match { margin-block-end: var(--sp-3); }
    .match .sp-button { margin-block-start: var(--sp-2); }
    .buttons { display: flex; flex-wrap: wrap; gap: var(--sp-2); }
    @media (max-width: 40rem) { .match .sp-button { inline-size: 100%; } .buttons .sp-button { flex: 1 1 auto; } }
  `,
})
export class RowsTable {
  readonly batch = input.required<ImportDto>();
  readonly turn = input(0);
  readonly decided = output();

  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly tones = OUTCOME_TONES;
  protected readonly likely = LIKELY;
  protected readonly decisions = ['not-the-same', 'to-steward', 'skip'] as const;
  protected readonly filters = urlState({ outcome: '' });
  protected readonly list = pagedList({
    params: () => ({ importId: this.batch().id, turn: this.turn(), outcome: this.filters.value().outcome }),
    load: ({ outcome, turn: _, ...request }) => this.api.invoke(importsRows, { ...request, ...(outcome ? { outcomes: [outcome as ImportRowDto['outcome']] } : {}) }),
  });
  protected readonly outcomes = computed(() => {
    this.transloco.activeLang();
    const counts = this.batch().counts;
    return FILTERS.filter((value) => value === '' || counts[value]).map((value) => ({
      value, label: this.transloco.translate(`people.outcome.${value || 'all'}`), ...(value ? { hint: String(counts[value] ?? '') } : {}),
    }));
  });
  protected readonly mayDecide = computed(() => this.session.can('duplicate.decide') && ['checked', 'committed'].includes(this.batch().state));
  private readonly nameColumns = computed(() => this.batch().mapping.filter(({ target }) => ['fullName', 'familyName', 'givenName'].includes(target)).map(({ column }) => column));

  protected nameOf(row: ImportRowDto): string {
    return this.nameColumns().map((column) => row.cells[column] ?? '').filter(Boolean).join(' ');
  }

  protected restOf(row: ImportRowDto): string {
    return row.cells.filter((cell, column) => cell && !this.nameColumns().includes(column)).join(' · ');
  }

  protected readonly decide = action(async (row: ImportRowDto, decision: DecideRowDto['decision'], match?: RowMatchDto) => {
    await this.api.invoke(importsDecide, { importId: this.batch().id, rowId: row.id, body: { decision, samePersonId: match?.personId ?? null } });
    this.decided.emit();
  });

  protected readonly decideAll = action(async (decision: DecideRowDto['decision']) => {
    await this.api.invoke(importsDecideAll, { importId: this.batch().id, body: { decision, leastScore: LIKELY } });
    this.decided.emit();
  });
}
