import { booleanAttribute, Component, DestroyRef, inject, input, type OnInit } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormFields } from './form-fields';
import type { FieldProblem } from './field-problem';
import { ProblemWords } from './problem-words';

/** Label, hint and error around any control. With `group` it is a fieldset with a legend. */
@Component({
  selector: 'sp-field-frame',
  imports: [TranslocoPipe, ProblemWords],
  host: { class: 'sp-field-frame' },
  template: `
    @if (group()) {
      <span class="sp-label" [id]="controlId() + '-label'">{{ label() }}@if (optional()) {&ngsp;<span class="sp-optional">{{ 'kit.optional' | transloco }}</span>}</span>
    } @else {
      <label class="sp-label" [id]="controlId() + '-label'" [attr.for]="controlId()">{{ label() }}@if (optional()) {&ngsp;<span class="sp-optional">{{ 'kit.optional' | transloco }}</span>}</label>
    }
    @if (hint()) {
      <span class="sp-hint" [id]="controlId() + '-hint'">{{ hint() }}</span>
    }
    @if (problem(); as why) {
      <span class="sp-error" [id]="controlId() + '-error'"><sp-problem-words [of]="why" /></span>
    }
    <ng-content />
  `,
  styles: `
    :host { display: flex; flex-direction: column; gap: var(--sp-1); min-inline-size: 0; }
    :host(:has(> .sp-error)) { padding-inline-start: var(--sp-3); border-inline-start: 4px solid var(--sp-bad); }
  `,
})
export class FieldFrame implements OnInit {
  readonly label = input.required<string>();
  readonly hint = input<string | null>('');
  readonly optional = input(false, { transform: booleanAttribute });
  readonly problem = input<FieldProblem | null>(null);
  readonly controlId = input.required<string>();
  readonly group = input(false, { transform: booleanAttribute });

  private readonly fields = inject(FormFields, { optional: true });
  private readonly destroyed = inject(DestroyRef);

  ngOnInit(): void {
    const leave = this.fields?.add({ id: this.controlId(), label: this.label, problem: this.problem });
    if (leave) {
      this.destroyed.onDestroy(leave);
    }
  }
}
