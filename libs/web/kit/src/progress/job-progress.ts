import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Notice } from '../show/notice';
import { NumberPipe } from '../texts/pipes';

/** How far a long piece of work is. It goes on when the page is left. */
@Component({
  selector: 'sp-job-progress',
  imports: [TranslocoPipe, Notice, NumberPipe],
  template: `
    @switch (state()) {
      @case ('failed') { <sp-notice tone="bad" [live]="true" [heading]="'kit.job.failed' | transloco"><ng-container>{{ note() }}</ng-container></sp-notice> }
      @case ('done') { <sp-notice tone="good" [live]="true" [heading]="'kit.job.done' | transloco"><ng-container>{{ note() }}</ng-container></sp-notice> }
      @default {
        <label>
          <span class="sp-label">{{ label() }}</span>
          <progress [attr.value]="share()" max="1"></progress>
        </label>
        <p class="sp-hint" role="status">
          @if (total()) { {{ 'kit.job.of' | transloco: { done: (done() | spNumber), total: (total() | spNumber) } }} } @else { {{ 'kit.job.waiting' | transloco }} }
          {{ 'kit.job.mayLeave' | transloco }}
        </p>
      }
    }
  `,
  styles: `
    :host { display: block; }
    progress { display: block; inline-size: 100%; block-size: 0.75rem; margin-block: var(--sp-2); accent-color: var(--sp-primary); }
  `,
})
export class JobProgress {
  readonly label = input.required<string>();
  readonly state = input.required<'waiting' | 'running' | 'done' | 'failed'>();
  readonly done = input(0);
  readonly total = input<number | null>(null);
  readonly note = input('');
  protected readonly share = computed(() => (this.total() ? Math.min(1, this.done() / (this.total() ?? 1)) : null));
}
