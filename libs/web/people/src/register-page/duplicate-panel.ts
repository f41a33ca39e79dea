import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DuplicateAnswerDto, MatchDto } from '@sampan/web-client';
import { DayPipe, Icon } from '@sampan/web-kit';
import { PersonLine } from '@sampan/web-parts';
import { Reasons } from '../person-words/reasons';

export type Answer = DuplicateAnswerDto['answer'];

/** People who may be the one being registered. They appear while typing and stand in nobody's way. */
@Component({
  selector: 'sp-duplicate-panel',
  imports: [TranslocoPipe, DayPipe, Icon, PersonLine, Reasons],
  templateUrl: './duplicate-panel.html',
  styles: `
    :host { display: block; }
    section { border-inline-start: 4px solid var(--sp-warn); }
    h2 { display: flex; align-items: center; gap: var(--sp-2); }
    .answered { opacity: 0.75; }
    .buttons { display: flex; flex-wrap: wrap; gap: var(--sp-2); margin-block-start: var(--sp-2); }
  `,
})
export class DuplicatePanel {
  readonly matches = input.required<readonly MatchDto[]>();
  readonly answers = input.required<ReadonlyMap<string, Answer>>();
  readonly isThePerson = output<string>();
  readonly answered = output<{ readonly personId: string; readonly answer: Answer }>();
}
