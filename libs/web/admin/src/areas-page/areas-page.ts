import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { adminAreasImport, adminAreasList, Api, type AreaFileDto } from '@sampan/web-client';
import { action, Column, DayPipe, FileField, FilterBar, Notice, PageHeader, pagedList, SearchBox, SpForm, Table, urlState } from '@sampan/web-kit';
import { FileOutcome, type OutcomeRow } from '../words/file-outcome';
import { Places } from '../words/places';

/** Provinces, districts and what is below them; more come from a file. */
@Component({
  selector: 'sp-areas-page',
  imports: [ReactiveFormsModule, TranslocoPipe, Column, DayPipe, FileField, FileOutcome, FilterBar, Notice, PageHeader, SearchBox, SpForm, Table],
  templateUrl: './areas-page.html',
})
export class AreasPage {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly places = inject(Places);
  protected readonly levels = ['1', '2', '3', '4'] as const;
  protected readonly filters = urlState({ country: 'KH', level: '', name: '' });
  private readonly turn = signal(0);
  protected readonly list = pagedList({
    params: () => ({ ...this.filters.value(), turn: this.turn() }),
    load: ({ name, level, turn: _, ...page }) => this.api.invoke(adminAreasList, { ...page, ...(level ? { level: Number(level) } : {}), ...(name ? { name } : {}) }),
  });
  protected readonly form = new FormGroup({ file: new FormControl<File | null>(null, Validators.required) });
  private readonly country = computed(() => this.filters.value().country);
  private readonly file = toSignal(this.form.controls.file.valueChanges, { initialValue: null });
  /** What was looked at is what is brought in: another file, or another country, is looked at first. */
  private readonly chosen = () => ({ file: this.file(), country: this.country() });
  protected readonly outcome = linkedSignal<object, readonly OutcomeRow[] | null>({ source: this.chosen, computation: () => null });
  protected readonly done = linkedSignal({ source: this.chosen, computation: () => false });

  protected readonly send = action(async (dryRun: boolean) => {
    const { file } = this.form.getRawValue();
    if (file) {
      const rows = await this.api.invoke(adminAreasImport, { body: { country: this.filters.value().country, dryRun, file } });
      this.outcome.set(rows.map(({ code, ...row }) => ({ ...row, label: code })));
      this.done.set(!dryRun);
      this.turn.update((turn) => (dryRun ? turn : turn + 1));
    }
  });

  protected name({ names, code }: AreaFileDto): string {
    return names[this.transloco.activeLang()] ?? names['en'] ?? Object.values(names)[0] ?? code;
  }
}
