import { InjectionToken } from '@angular/core';

/** Turns whatever went wrong into words. The kit asks; `session` knows the codes and answers. */
export interface ProblemText {
  /** One sentence in the language of the screen. Reads signals: call it where a change of language should be seen. */
  text(problem: unknown): string;
  /** What the server said about single fields, by the field's path in the body. */
  fields(problem: unknown): Readonly<Record<string, string>>;
}

export const PROBLEM_TEXT = new InjectionToken<ProblemText>('sampan.problem-text');
