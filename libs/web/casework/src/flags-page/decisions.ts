import { Component, inject, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, flagsDecisions } from '@sampan/web-client';
import { DayPipe, NumberPipe, UserText, Waiting } from '@sampan/web-kit';

/** For a supervisor: who decided how, and who judged differently from the card, in both directions. */
@Component({
  selector: 'sp-decisions',
  imports: [TranslocoPipe, DayPipe, NumberPipe, UserText, Waiting],
  templateUrl: './decisions.html',
  styles: `
    :host {
      display: block;
      margin-block-start: var(--sp-6);
    }
    th {
      overflow-wrap: normal;
    }
  `,
})
export class Decisions {
  private readonly api = inject(Api);
  protected readonly statistics = resource({ loader: () => this.api.invoke(flagsDecisions) });
}
