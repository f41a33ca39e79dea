import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Status, type Tone } from '@sampan/web-kit';

const TONES: Readonly<Record<string, Tone>> = { referred: 'warn', closing: 'info', closed: 'neutral', rejected: 'neutral', reopened: 'warn', 'in-progress': 'good' };

/** Where a case is, in a word. */
@Component({
  selector: 'sp-stage-status',
  imports: [TranslocoPipe, Status],
  template: `<sp-status [tone]="tone()">{{ 'casework.stage.' + stage() | transloco }}</sp-status>`,
})
export class StageStatus {
  readonly stage = input.required<string>();
  protected readonly tone = computed(() => TONES[this.stage()] ?? 'info');
}
