import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FieldProblem } from './field-problem';

@Component({
  selector: 'sp-problem-words',
  imports: [TranslocoPipe],
  template: `@if (known(); as words) {{{ words.key | transloco: words.params }}} @else {{{ sentence() }}}`,
})
export class ProblemWords {
  readonly of = input.required<FieldProblem>();
  protected readonly known = computed(() => {
    const problem = this.of();
    return 'key' in problem ? problem : null;
  });
  protected readonly sentence = computed(() => {
    const problem = this.of();
    return 'sentence' in problem ? problem.sentence : '';
  });
}
