import { computed, Injectable, signal, type Signal } from '@angular/core';
import type { FieldProblem } from './field-problem';

export interface RegisteredField {
  readonly id: string;
  readonly label: Signal<string>;
  readonly problem: Signal<FieldProblem | null>;
}

/** The fields of one form, in the order they came, so that the summary above can name and reach them. */
@Injectable()
export class FormFields {
  private readonly all = signal<readonly RegisteredField[]>([]);
  /** Whether somebody tried to go on. Before that, a field that was only passed is not a mistake yet, and nothing moves under the finger. */
  readonly asked = signal(false);
  readonly wrong = computed(() => this.all().filter((field) => field.problem() !== null));

  add(field: RegisteredField): () => void {
    this.all.update((fields) => [...fields, field]);
    return () => this.all.update((fields) => fields.filter((other) => other !== field));
  }
}
