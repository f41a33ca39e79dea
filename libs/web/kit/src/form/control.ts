import { Directive, inject } from '@angular/core';
import { NgControl } from '@angular/forms';
import { Field } from './field';
import { problemOf } from './field-problem';
import { FormFields } from './form-fields';

/** On the native input, select or textarea inside `<sp-field>`: ties it to its label, hint and error. */
@Directive({
  selector: 'input[spControl], select[spControl], textarea[spControl]',
  host: {
    class: 'sp-input',
    '[id]': 'field.id',
    '[attr.aria-describedby]': 'describedBy()',
    '[attr.aria-invalid]': 'field.shown() ? true : null',
    '[attr.aria-required]': 'field.optional() ? null : true',
  },
})
export class Control {
  protected readonly field = inject(Field);
  private readonly control = inject(NgControl, { self: true, optional: true });
  private readonly fields = inject(FormFields, { optional: true });

  ngDoCheck(): void {
    if (this.control) {
      this.field.found.set(problemOf(this.control.control, this.fields?.asked()));
    }
  }

  protected describedBy(): string | null {
    const ids = [this.field.hint() ? `${this.field.id}-hint` : '', this.field.shown() ? `${this.field.id}-error` : ''].filter(Boolean);
    return ids.join(' ') || null;
  }
}
