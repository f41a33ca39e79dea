import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Notice } from '@sampan/web-kit';
import { problemOf } from '@sampan/web-session';

/** When the server refused to send somebody: every gate that is shut, in words. */
@Component({
  selector: 'sp-gates-shut',
  imports: [TranslocoPipe, Notice],
  template: `
    @if (missing().length > 0) {
      <sp-notice tone="warn" [live]="true" [heading]="'placement.gate.shutHeading' | transloco">
        <ul>@for (code of missing(); track code) { <li>{{ 'placement.gate.missing.' + code | transloco }}</li> }</ul>
      </sp-notice>
    }
  `,
  styles: `:host:empty { display: none; }`,
})
export class GatesShut {
  readonly problem = input<unknown>(null);
  protected readonly missing = computed(() => {
    const { code, details } = problemOf(this.problem());
    const missing = code === 'GATES_SHUT' ? details?.['missing'] : null;
    return Array.isArray(missing) ? missing.filter((one): one is string => typeof one === 'string') : [];
  });
}
