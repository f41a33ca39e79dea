import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationDto } from '@sampan/web-client';
import { MoneyPipe, NumberPipe, Status, Timeline, TimelineEntry } from '@sampan/web-kit';

/** What was seen of somebody's work, day by day: retention is read from here. */
@Component({
  selector: 'sp-observations',
  imports: [TranslocoPipe, MoneyPipe, NumberPipe, Status, Timeline, TimelineEntry],
  template: `
    @if (list().length > 0) {
      <sp-timeline>
        @for (one of list(); track one.id) {
          <sp-timeline-entry [at]="one.observedOn" [heading]="'placement.observation.employment.' + one.employment | transloco" icon="check" [tone]="one.indicators.length > 0 ? 'bad' : 'neutral'">
            <p class="sp-row">
              <sp-status [tone]="one.verified ? 'good' : 'neutral'">{{ 'placement.observation.evidence.' + one.evidence | transloco }}</sp-status>
              @if (one.sameEmployer === true) { <span>{{ 'placement.observation.same' | transloco }}</span> }
              @if (one.sameEmployer === false) { <span>{{ 'placement.observation.another' | transloco }}</span> }
              @if (one.wageMonthly !== null && one.wageCurrency) { <span>{{ one.wageMonthly | spMoney: one.wageCurrency }}</span> }
              @if (one.belowPromise) { <sp-status tone="warn">{{ 'placement.observation.below' | transloco }}</sp-status> }
              @if (one.hoursPerWeek !== null) { <span>{{ 'placement.observation.hoursShort' | transloco: { hours: (one.hoursPerWeek | spNumber) } }}</span> }
            </p>
            @if (one.indicators.length > 0) {
              <ul>@for (indicator of one.indicators; track indicator) { <li>{{ 'placement.indicator.' + indicator | transloco }}</li> }</ul>
            }
            @if (one.hasWords) { <p class="sp-hint">{{ 'placement.observation.hasWords' | transloco }}</p> }
          </sp-timeline-entry>
        }
      </sp-timeline>
    } @else {
      <p class="sp-soft">{{ 'placement.observation.none' | transloco }}</p>
    }
  `,
})
export class Observations {
  readonly list = input.required<readonly ObservationDto[]>();
}
