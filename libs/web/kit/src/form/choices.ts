import { booleanAttribute, Component, computed, input } from '@angular/core';
import { FieldFrame } from './field-frame';
import { ValueControl } from './value-control';

export interface Choice<V = string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
  /** Of the label, when it is somebody's or something's own name. */
  readonly lang?: string;
}

const INLINE_CHOICES = 4;
const INLINE_LETTERS = 24;

/** One of a few: radio buttons, all visible. For more than seven use a select. */
@Component({
  selector: 'sp-radios',
  imports: [FieldFrame],
  template: `
    <sp-field-frame group [label]="label()" [hint]="hint()" [optional]="optional()" [problem]="problem()" [controlId]="id">
      <div [id]="id" role="radiogroup" [class.sp-choices--boxed]="boxed()" [class.sp-choices--inline]="inline()" [attr.aria-labelledby]="id + '-label'" [attr.aria-describedby]="describedBy()">
        @for (choice of choices(); track choice.value; let i = $index) {
          <label class="sp-choice">
            <input type="radio" [name]="id" [checked]="value() === choice.value" [disabled]="disabled()" (change)="change(choice.value)" (blur)="touched()" />
            <span [attr.lang]="choice.lang">{{ choice.label }}@if (choice.hint) {<span class="sp-hint">{{ choice.hint }}</span>}</span>
          </label>
        }
      </div>
    </sp-field-frame>
  `,
})
export class Radios<V = string> extends ValueControl<V> {
  readonly label = input.required<string>();
  readonly hint = input<string | null>('');
  readonly optional = input(false, { transform: booleanAttribute });
  readonly boxed = input(false, { transform: booleanAttribute });
  readonly choices = input.required<readonly Choice<V>[]>();
  /** Few and short answers stand beside one another, where there is room. */
  protected readonly inline = computed(
    () => !this.boxed() && this.choices().length <= INLINE_CHOICES && this.choices().every((choice) => !choice.hint && choice.label.length <= INLINE_LETTERS),
  );
}

/** Any number of a few; the value is the list of those chosen, in the order of the choices. */
@Component({
  selector: 'sp-checkboxes',
  imports: [FieldFrame],
  template: `
    <sp-field-frame group [label]="label()" [hint]="hint()" [optional]="optional()" [problem]="problem()" [controlId]="id">
      <div [id]="id" role="group" [class.sp-choices--boxed]="boxed()" [attr.aria-labelledby]="id + '-label'" [attr.aria-describedby]="describedBy()">
        @for (choice of choices(); track choice.value) {
          <label class="sp-choice">
            <input type="checkbox" [checked]="chosen().has(choice.value)" [disabled]="disabled()" (change)="toggle(choice.value)" (blur)="touched()" />
            <span [attr.lang]="choice.lang">{{ choice.label }}@if (choice.hint) {<span class="sp-hint">{{ choice.hint }}</span>}</span>
          </label>
        }
      </div>
    </sp-field-frame>
  `,
})
export class Checkboxes<V = string> extends ValueControl<readonly V[]> {
  readonly label = input.required<string>();
  readonly hint = input<string | null>('');
  readonly optional = input(false, { transform: booleanAttribute });
  readonly boxed = input(false, { transform: booleanAttribute });
  readonly choices = input.required<readonly Choice<V>[]>();
  protected readonly chosen = computed(() => new Set(this.value() ?? []));

  protected toggle(value: V): void {
    const next = new Set(this.chosen());
    if (!next.delete(value)) {
      next.add(value);
    }
    this.change(this.choices().map((choice) => choice.value).filter((one) => next.has(one)));
  }
}

/** One yes or no. */
@Component({
  selector: 'sp-checkbox',
  imports: [],
  template: `
    <label class="sp-choice">
      <input type="checkbox" [id]="id" [checked]="value() === true" [disabled]="disabled()" [attr.aria-invalid]="problem() ? true : null"
        (change)="change(value() !== true)" (blur)="touched()" />
      <span>{{ label() }}@if (hint()) {<span class="sp-hint">{{ hint() }}</span>}</span>
    </label>
  `,
})
export class Checkbox extends ValueControl<boolean> {
  readonly label = input.required<string>();
  readonly hint = input<string | null>('');
}
