import { Directive, inject } from '@angular/core';
import { NgControl } from '@angular/forms';
import { readTime } from './written-time';

/**
 * A time of the day, in 24 hours. Not the browser's own field: that follows the language of the browser, so that
 * a Khmer page asks for AM and PM.
 */
@Directive({
  selector: 'input[spTime]',
  host: { type: 'text', inputmode: 'numeric', autocomplete: 'off', '(change)': 'tidy()' },
})
export class TimeInput {
  private readonly control = inject<NgControl>(NgControl, { self: true });

  protected tidy(): void {
    this.control.control?.setValue(readTime(String(this.control.value ?? '')));
  }
}
