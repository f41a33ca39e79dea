import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Column, NumberPipe, plainRows, Status, Table, type Tone, UserText } from '@sampan/web-kit';

export interface OutcomeRow {
  readonly row: number;
  readonly label: string;
  readonly name: string;
  readonly outcome: 'created' | 'updated' | 'rejected' | 'unchanged';
  readonly problem: string | null;
}

const TONES: Readonly<Record<OutcomeRow['outcome'], Tone>> = { created: 'good', updated: 'info', rejected: 'bad', unchanged: 'neutral' };
/** More rows than anybody reads: what was rejected stands first. */
const MOST_SHOWN = 200;

/** Row by row what becomes of a file, those that were rejected first, with the reason. */
@Component({
  selector: 'sp-file-outcome',
  imports: [TranslocoPipe, Column, NumberPipe, Status, Table, UserText],
  template: `
    <p role="status">
      @for (one of counts(); track one.outcome) { <sp-status [tone]="tones[one.outcome]">{{ 'admin.file.outcome.' + one.outcome | transloco }}: {{ one.count | spNumber }}</sp-status> }
    </p>
    <sp-table [of]="list" [caption]="'admin.file.rows' | transloco" [empty]="'admin.file.none' | transloco">
      <ng-template spColumn="row" align="end" [of]="list" [label]="'admin.file.row' | transloco" let-one>{{ one.row | spNumber }}</ng-template>
      <ng-template spColumn="name" [main]="true" [of]="list" [label]="'admin.name' | transloco" let-one><span lang="en">{{ one.label }}</span> <span [spUserText]="one.name"></span></ng-template>
      <ng-template spColumn="outcome" [of]="list" [label]="'admin.file.becomes' | transloco" let-one>
        <sp-status [tone]="tones[one.outcome]">{{ 'admin.file.outcome.' + one.outcome | transloco }}</sp-status>
        @if (one.problem) { <div class="sp-hint">{{ 'admin.file.problem.' + one.problem | transloco }}</div> }
      </ng-template>
    </sp-table>
  `,
})
export class FileOutcome {
  readonly rows = input.required<readonly OutcomeRow[]>();
  protected readonly tones = TONES;
  protected readonly list = plainRows(() => [...this.rows()].sort((a, b) => Number(b.outcome === 'rejected') - Number(a.outcome === 'rejected') || a.row - b.row).slice(0, MOST_SHOWN));
  protected readonly counts = computed(() =>
    (Object.keys(TONES) as OutcomeRow['outcome'][]).map((outcome) => ({ outcome, count: this.rows().filter((row) => row.outcome === outcome).length })).filter(({ count }) => count > 0),
  );
}
