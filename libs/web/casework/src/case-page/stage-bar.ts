import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StageOnBarDto } from '@sampan/web-client';
import { Icon } from '@sampan/web-kit';

/** How far the case is, as its records show; a stage without its record is not drawn as done. */
@Component({
  selector: 'sp-stage-bar',
  imports: [TranslocoPipe, Icon],
  template: `
    <ol [attr.aria-label]="'casework.bar.label' | transloco">
      @for (one of bar(); track one.stage) {
        <li [attr.data-is]="one.is" [attr.aria-current]="one.is === 'current' ? 'step' : null">
          @if (one.is === 'done') { <sp-icon name="check" /> }
          @if (one.is === 'skipped') { <sp-icon name="minus" /> }
          <span>{{ 'casework.stage.' + one.stage | transloco }}</span>
          <span class="sp-visually-hidden">{{ 'casework.bar.' + one.is | transloco }}</span>
        </li>
      }
    </ol>
  `,
  styleUrl: './stage-bar.scss',
})
export class StageBar {
  readonly bar = input.required<readonly StageOnBarDto[]>();
}
