import type { AbstractControl } from '@angular/forms';

/** Why a field is refused: a key of ours with its numbers, or a sentence that the server sent. */
export type FieldProblem = { readonly key: string; readonly params: Record<string, unknown> } | { readonly sentence: string };

type Detail = Record<string, unknown>;

const WORDS: Readonly<Record<string, (detail: Detail) => FieldProblem>> = {
  required: () => ({ key: 'kit.error.required', params: {} }),
  requiredTrue: () => ({ key: 'kit.error.required', params: {} }),
  email: () => ({ key: 'kit.error.email', params: {} }),
  minlength: (detail) => ({ key: 'kit.error.tooShort', params: { count: detail['requiredLength'] } }),
  maxlength: (detail) => ({ key: 'kit.error.tooLong', params: { count: detail['requiredLength'] } }),
  min: (detail) => ({ key: 'kit.error.tooSmall', params: { count: detail['min'] } }),
  max: (detail) => ({ key: 'kit.error.tooBig', params: { count: detail['max'] } }),
  pattern: () => ({ key: 'kit.error.form', params: {} }),
  date: () => ({ key: 'kit.error.date', params: {} }),
};

/** "Please fill this in" would be wrong under a date that is half written. */
const MORE_TELLING = ['server', 'sentence', 'date'];

/**
 * The first problem of a control that the user has written in and left, or that stood in the way when the form was `asked`.
 * An own validator may return `{ sentence: '…' }` with words that are translated already.
 */
export function problemOf(control: AbstractControl | null | undefined, asked = true): FieldProblem | null {
  if (!control || control.valid || control.disabled || !control.touched || !control.errors || (control.pristine && !asked)) {
    return null;
  }
  const all = Object.entries(control.errors);
  const [name, detail] = all.find(([error]) => MORE_TELLING.includes(error)) ?? all[0] ?? ['form', {}];
  if (name === 'sentence' || name === 'server') {
    return { sentence: String(detail) };
  }
  return WORDS[name]?.(detail as Detail) ?? { key: 'kit.error.form', params: {} };
}
