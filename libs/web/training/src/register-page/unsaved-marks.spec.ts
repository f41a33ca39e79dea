import { codeOf, fillDown, mark, markTheRest, toSend, type UnsavedMarks } from './unsaved-marks';

const lines = [
  { enrolmentId: 'a', code: null },
  { enrolmentId: 'b', code: 'late' },
  { enrolmentId: 'c', code: null },
];
const none: UnsavedMarks = new Map();
const shown = (unsaved: UnsavedMarks): (string | null)[] => lines.map((line) => codeOf(line, unsaved));

describe('marks that are not saved yet', () => {
  it('stand over what the server has', () => {
    expect(shown(mark(lines[1]!, 'absent', none))).toEqual([null, 'absent', null]);
  });

  it('are gone when they say again what the server has', () => {
    const changed = mark(lines[1]!, 'absent', none);
    expect(toSend(lines, mark(lines[1]!, 'late', changed))).toEqual([]);
  });

  it('are made for everybody without a mark, and leave the exceptions', () => {
    const exception = mark(lines[2]!, 'absent', none);
    expect(shown(markTheRest(lines, 'present', exception))).toEqual(['present', 'late', 'absent']);
  });

  it('fill the lines below one with its mark', () => {
    const first = mark(lines[0]!, 'excused', none);
    expect(shown(fillDown(lines, 0, first))).toEqual(['excused', 'excused', 'excused']);
    expect(shown(fillDown(lines, 1, first))).toEqual(['excused', 'late', 'late']);
    expect(shown(fillDown(lines, 2, first))).toEqual(shown(first));
    expect(shown(fillDown(lines, 0, none))).toEqual(shown(none));
  });

  it('are sent in the order of the register, and not for somebody who is no longer on it', () => {
    const unsaved = new Map([['c', 'present'], ['gone', 'absent'], ['a', 'late']]);
    expect(toSend(lines, unsaved)).toEqual([{ enrolmentId: 'a', code: 'late' }, { enrolmentId: 'c', code: 'present' }]);
  });
});
