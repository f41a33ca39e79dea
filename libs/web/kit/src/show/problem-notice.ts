import { Component, computed, inject, input } from '@angular/core';
import { PROBLEM_TEXT } from '../asking/problem-text';
import { Notice } from './notice';

/** Why something outside a form did not work: `<sp-problem [of]="close.problem()" />`. Nothing while there is no problem. */
@Component({
  selector: 'sp-problem',
  imports: [Notice],
  template: `
    @if (of()) {
      <sp-notice tone="bad" [live]="true"><p>{{ words() }}</p></sp-notice>
    }
  `,
  // Takes no room, and no gap in a stack, while there is nothing to say.
  styles: `:host:empty { display: none; }`,
})
export class ProblemNotice {
  readonly of = input.required<unknown>();
  private readonly problems = inject(PROBLEM_TEXT, { optional: true });
  protected readonly words = computed(() => this.problems?.text(this.of()) ?? '');
}
