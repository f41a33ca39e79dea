import type { AttendanceCodeDto, AttendanceMarkDto } from '@sampan/web-client';

/** `2026-01` and -1 give `2025-12`. */
export const monthBeside = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
};

/** Present and late over all that is marked, as `8/10`; excused sessions stay in the denominator (indicator T5). */
export const tally = (marks: readonly AttendanceMarkDto[], codes: readonly AttendanceCodeDto[], enrolmentId: string): string => {
  const own = marks.filter((mark) => mark.enrolmentId === enrolmentId);
  const present = new Set(codes.filter(({ countsAsPresent }) => countsAsPresent).map(({ code }) => code));
  return `${own.filter(({ code }) => present.has(code)).length}/${own.length}`;
};
