import { Component, inject, signal } from '@angular/core';
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
  protected readonly filters = urlState({ country: 'KH', name: '' });
  private readonly turn = signal(0);
  protected readonly list = pagedList({
    params: () => ({ ...this.filters.value(), turn: this.turn() }),
    load: ({ name, turn: _, ...page }) => this.api.invoke(adminAreasList, { ...page, ...(name ? { name } : {}) }),
  });
  protected readonly form = new FormGroup({ file: new FormControl<File | null>(null, Validators.required) });
  protected readonly outcome = signal<readonly OutcomeRow[] | null>(null);
  protected readonly done = signal(false);

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
