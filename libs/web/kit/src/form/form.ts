import { afterNextRender, Component, computed, effect, ElementRef, inject, Injector, input, output, untracked, viewChild } from '@angular/core';
import { FormGroupDirective } from '@angular/forms';
import { PROBLEM_TEXT } from '../asking/problem-text';
import { ErrorSummary } from './error-summary';
import { FormFields } from './form-fields';

/**
 * `<form [formGroup]="form" spForm (send)="save.run()" [problem]="save.problem()">`: emits `send` only when the form
 * is in order; otherwise the summary above it names every field that is not, and takes the focus. What the server
 * refuses appears in the same place, at its field where it named one. What was typed stays.
 */
@Component({
  selector: 'form[spForm]',
  imports: [ErrorSummary],
  providers: [FormFields],
  host: { class: 'sp-form', novalidate: '', '(submit)': 'submit($event)' },
  template: `<sp-error-summary [sentence]="sentence()" /><ng-content />`,
})
export class SpForm {
  /** What the last attempt failed with, as thrown. */
  readonly problem = input<unknown>(null);
  readonly send = output();

  private readonly group = inject(FormGroupDirective, { self: true, optional: true });
  private readonly problems = inject(PROBLEM_TEXT, { optional: true });
  private readonly host = inject<ElementRef<HTMLFormElement>>(ElementRef);
  private readonly fields = inject(FormFields, { self: true });
  private readonly injector = inject(Injector);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly sentence = computed(() => (this.problem() ? (this.problems?.text(this.problem()) ?? '') : ''));

  constructor() {
    effect(() => {
      const problem = this.problem();
      if (problem) {
        untracked(() => this.placeAtFields(problem));
        this.summary().focus();
      }
    });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.group?.form.markAllAsTouched();
    this.fields.asked.set(this.group?.form.invalid ?? false);
    if (this.fields.asked()) {
      this.summary().focus();
      return;
    }
    this.send.emit();
  }

  /** For a page that moves the user on within the form (one thing per page). */
  focusFirstWrong(): void {
    this.fields.asked.set(true);
    afterNextRender({ read: () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus() }, { injector: this.injector });
  }

  private placeAtFields(problem: unknown): void {
    for (const [path, server] of Object.entries(this.problems?.fields(problem) ?? {})) {
      const control = this.group?.form.get(path);
      control?.setErrors({ server });
      control?.markAsTouched();
    }
    this.fields.asked.set(true);
  }
}
