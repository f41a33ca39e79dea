import { Component, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SuccessorsDto, WorkInHandDto } from '@sampan/web-client';
import { Control, Field, Notice, NumberPipe } from '@sampan/web-kit';

export const successorGroup = () =>
  new FormGroup({
    casework: new FormControl('', { nonNullable: true }),
    placement: new FormControl('', { nonNullable: true }),
    training: new FormControl('', { nonNullable: true }),
  });

export const successorsOf = (group: ReturnType<typeof successorGroup>): SuccessorsDto =>
  Object.fromEntries(Object.entries(group.getRawValue()).map(([part, id]) => [part, id || null])) as SuccessorsDto;

/** What is in somebody's hands, and for each part the colleague who takes it over. */
@Component({
  selector: 'sp-successors',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Field, Notice, NumberPipe],
  template: `
    @for (part of work().parts; track part.part) {
      <fieldset class="sp-fieldset" [formGroup]="group()">
        <legend>{{ 'admin.work.part.' + part.part | transloco }}</legend>
        <ul>
          @for (kind of part.kinds; track kind.kind) { <li>{{ 'admin.work.kind.' + kind.kind | transloco }}: {{ kind.count | spNumber }}</li> }
        </ul>
        @if (part.candidates.length === 0) {
          <sp-notice tone="warn"><p>{{ 'admin.work.nobody' | transloco }}</p></sp-notice>
        }
        <sp-field [label]="'admin.work.successor' | transloco" [optional]="optional()">
          <select spControl [formControlName]="part.part">
            <option value="">{{ 'admin.choose' | transloco }}</option>
            @for (one of part.candidates; track one.id) { <option [value]="one.id">{{ one.displayName }}</option> }
          </select>
        </sp-field>
      </fieldset>
    } @empty {
      <p>{{ 'admin.work.none' | transloco }}</p>
    }
  `,
  host: { class: 'sp-stack' },
})
export class Successors {
  readonly work = input.required<WorkInHandDto>();
  readonly group = input.required<ReturnType<typeof successorGroup>>();
  readonly optional = input(false);
}
