import { computed, Directive, inject, model, signal, type Signal } from '@angular/core';
import { type ControlValueAccessor, NgControl } from '@angular/forms';
import { problemOf, type FieldProblem } from './field-problem';
import { FormFields } from './form-fields';

let lastId = 0;
export const nextId = (): string => `sp-${++lastId}`;

/**
 * What our own controls share: a value that a reactive form or `[(value)]` may own, and the words
 * under the control when it is wrong.
 */
@Directive()
export abstract class ValueControl<T> implements ControlValueAccessor {
  abstract readonly hint: Signal<string | null>;
  readonly value = model<T | null>(null);
  readonly id = nextId();
  protected readonly disabled = signal(false);
  protected readonly problem = signal<FieldProblem | null>(null);
  protected readonly control = inject(NgControl, { self: true, optional: true });
  protected readonly fields = inject(FormFields, { optional: true });
  protected readonly describedBy = computed(
    () => [this.hint() ? `${this.id}-hint` : '', this.problem() ? `${this.id}-error` : ''].filter(Boolean).join(' ') || null,
  );
  private tell: (value: T | null) => void = () => undefined;
  private tellTouched: () => void = () => undefined;

  constructor() {
    if (this.control) {
      this.control.valueAccessor = this;
    }
  }

  ngDoCheck(): void {
    this.problem.set(problemOf(this.control?.control, this.fields?.asked()));
  }

  writeValue(value: T | null): void {
    this.value.set(value ?? null);
  }

  registerOnChange(tell: (value: T | null) => void): void {
    this.tell = tell;
  }

  registerOnTouched(tell: () => void): void {
    this.tellTouched = tell;
  }

  setDisabledState(disabled: boolean): void {
    this.disabled.set(disabled);
  }

  protected change(value: T | null): void {
    this.value.set(value);
    this.tell(value);
  }

  protected touched(): void {
    this.tellTouched();
  }
}
