import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReasonDto } from '@sampan/web-client';
import { NumberPipe } from '@sampan/web-kit';

/** Why two records may be one person: "same phone · name 87% · born within 1 year". */
@Component({
  selector: 'sp-reasons',
  imports: [TranslocoPipe, NumberPipe],
  template: `
    <ul>
      @for (reason of reasons(); track reason.kind) {
        <li>
          @switch (reason.kind) {
            @case ('name') { {{ 'people.reason.name' | transloco: { value: ((reason.value ?? 0) | spNumber: 'percent' : 0) } }} }
            @case ('address') { {{ 'people.reason.address' | transloco: { value: ((reason.value ?? 0) | spNumber: 'percent' : 0) } }} }
            @case ('born-within') { {{ (reason.value ? 'people.reason.born-within' : 'people.reason.same-birth-year') | transloco: { value: reason.value } }} }
            @default { {{ 'people.reason.' + reason.kind | transloco }} }
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: flex; flex-wrap: wrap; gap: var(--sp-1) var(--sp-2); margin: 0; padding: 0; list-style: none; font-size: var(--sp-size-small); }
    li { padding-inline: var(--sp-2); border: 1px solid var(--sp-line); border-radius: var(--sp-radius); color: var(--sp-ink-soft); }
  `,
})
export class Reasons {
  readonly reasons = input.required<readonly ReasonDto[]>();
}
