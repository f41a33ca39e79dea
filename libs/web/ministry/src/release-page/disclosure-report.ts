import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReleaseDto } from '@sampan/web-client';
import { Notice, NumberPipe } from '@sampan/web-kit';
import { PeriodPipe } from '../numbers/number-words';

/** What the disclosure check did to each table, and whether any masked number could be worked out. */
@Component({
  selector: 'sp-disclosure-report',
  imports: [TranslocoPipe, Notice, NumberPipe, PeriodPipe],
  host: { class: 'sp-card' },
  templateUrl: './disclosure-report.html',
  styles: `:host { display: block; }`,
})
export class DisclosureReport {
  readonly of = input.required<ReleaseDto>();
  protected readonly attacked = computed(() => this.of().checkedTables.reduce((total, table) => total + table.attacked, 0));
  protected readonly breaches = computed(() => this.of().checkedTables.reduce((total, table) => total + table.breaches, 0));
}
