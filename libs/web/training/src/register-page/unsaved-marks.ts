import type { RegisterLineDto } from '@sampan/web-client';

/** Marks that were made here and are not on the server yet: code by enrolment. */
export type UnsavedMarks = ReadonlyMap<string, string>;

type Line = Pick<RegisterLineDto, 'enrolmentId' | 'code'>;

export const codeOf = (line: Line, unsaved: UnsavedMarks): string | null => unsaved.get(line.enrolmentId) ?? line.code;

/** A mark that the server has already is no longer unsaved. */
export const mark = (line: Line, code: string, unsaved: UnsavedMarks): UnsavedMarks => {
  const next = new Map(unsaved);
  if (line.code === code) {
    next.delete(line.enrolmentId);
  } else {
    next.set(line.enrolmentId, code);
  }
  return next;
};

/** Everybody who has no mark yet gets this one; exceptions that were marked before stay. */
export const markTheRest = (lines: readonly Line[], code: string, unsaved: UnsavedMarks): UnsavedMarks =>
  lines.filter((line) => codeOf(line, unsaved) === null).reduce((marks, line) => mark(line, code, marks), unsaved);

/** Everybody below gets the mark of this line. */
export const fillDown = (lines: readonly Line[], from: number, unsaved: UnsavedMarks): UnsavedMarks => {
  const line = lines[from];
  const code = line ? codeOf(line, unsaved) : null;
  return code === null ? unsaved : lines.slice(from + 1).reduce((marks, below) => mark(below, code, marks), unsaved);
};

/** Only of people who are on the register still, in its order. */
export const toSend = (lines: readonly Line[], unsaved: UnsavedMarks): { enrolmentId: string; code: string }[] =>
  lines.flatMap(({ enrolmentId }) => {
    const code = unsaved.get(enrolmentId);
    return code === undefined ? [] : [{ enrolmentId, code }];
  });
