import { Component, computed, DestroyRef, effect, inject, input, resource, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, importsCommit, importsOne, importsUndo, jobsOne, type ImportDto } from '@sampan/web-client';
import { action, Asking, JobProgress, Notice, PageHeader, PluralPipe, ProblemNotice, Steps, Tile, Waiting } from '@sampan/web-kit';
import { ColumnMapping } from './column-mapping';
import { RowsTable } from './rows-table';

const BUSY: readonly ImportDto['state'][] = ['checking', 'committing', 'undoing'];
const STEP: Readonly<Record<ImportDto['state'], number>> = { uploaded: 1, checking: 2, checked: 3, committing: 3, committed: 4, undoing: 4, undone: 4 };
const PAUSE_MS = 1000;
const COUNTED = ['to-create', 'to-update', 'duplicate', 'rejected', 'created', 'updated', 'kept', 'undone'] as const;

/** One register, from "what do the columns mean" to people, and back if it was wrong. It may be left at any time. */
@Component({
  selector: 'sp-import-page',
  imports: [TranslocoPipe, ColumnMapping, JobProgress, Notice, PageHeader, PluralPipe, ProblemNotice, RowsTable, Steps, Tile, Waiting],
  templateUrl: './import-page.html',
  styles: `.body { display: flex; flex-direction: column; gap: var(--sp-5); }`,
})
export class ImportPage {
  readonly importId = input.required<string>();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly batch = resource({ params: () => ({ importId: this.importId() }), loader: ({ params }) => this.api.invoke(importsOne, params) });
  protected readonly known = computed(() => (this.batch.hasValue() ? this.batch.value() : null));
  protected readonly busy = computed(() => BUSY.includes(this.known()?.state ?? 'uploaded'));
  /** Once the rows have been looked at, the columns are shown again only when somebody wants to change them. */
  protected readonly remapping = signal(false);
  /** Counts up when rows have changed, so that their table is read again. */
  protected readonly turn = signal(0);
  protected readonly job = resource({
    params: () => ({ jobId: this.busy() ? (this.known()?.jobId ?? undefined) : undefined, turn: this.known() }),
    // Somebody else's job is nobody's business: then the progress has no numbers.
    loader: async ({ params: { jobId } }) => (jobId ? this.api.invoke(jobsOne, { jobId }).catch(() => null) : null),
  });
  protected readonly steps = computed(() => {
    this.transloco.activeLang();
    return ['columns', 'check', 'decide', 'done'].map((step) => this.transloco.translate(`people.import.step.${step}`));
  });
  protected readonly step = computed(() => STEP[this.known()?.state ?? 'uploaded']);
  protected readonly counts = computed(() => COUNTED.flatMap((outcome) => (this.known()?.counts[outcome] ? [{ outcome, count: this.known()?.counts[outcome] ?? 0 }] : [])));
  protected readonly ready = computed(() => {
    const { counts, undecided } = this.known() ?? { counts: {} as Record<string, number>, undecided: 0 };
    return (counts['to-create'] ?? 0) + (counts['to-update'] ?? 0) + (counts['duplicate'] ?? 0) - undecided;
  });

  constructor() {
    let pause: ReturnType<typeof setTimeout> | undefined;
    inject(DestroyRef).onDestroy(() => clearTimeout(pause));
    effect(() => {
      clearTimeout(pause);
      if (this.known() && this.busy()) {
        pause = setTimeout(() => this.refresh(), PAUSE_MS);
      }
    });
  }

  protected refresh(): void {
    this.batch.reload();
    this.turn.update((turn) => turn + 1);
  }

  protected mapped(): void {
    this.remapping.set(false);
    this.refresh();
  }

  protected readonly commit = action(async () => {
    await this.api.invoke(importsCommit, { importId: this.importId() });
    this.refresh();
  });

  protected readonly undo = action(async () => {
    const { transloco } = this;
    const sure = await this.asking.confirm({
      heading: transloco.translate('people.import.undoHeading'), text: transloco.translate('people.import.undoText'), confirm: transloco.translate('people.import.undo'), danger: true,
    });
    if (sure) {
      await this.api.invoke(importsUndo, { importId: this.importId() });
      this.refresh();
    }
  });
}
