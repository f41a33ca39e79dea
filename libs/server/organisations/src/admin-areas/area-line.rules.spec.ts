import { parentsFirst, readAreaLine, sameArea, whyNotAmong, type AreaLine } from './area-line.rules';

const line = (cells: Record<string, string>) => readAreaLine('KH', (column) => cells[column] ?? '');
const district = { code: 'kh-102', level: '2', parent: 'kh-1', en: 'Mongkol Borei', km: 'មង្គលបូរី' };

describe('a line of a file of admin areas', () => {
  it('is read with its names in every language that is given', () => {
    expect(line(district)).toEqual({ code: 'KH-102', level: 2, parentCode: 'KH-1', names: { en: 'Mongkol Borei', km: 'មង្គលបូរី' }, validFrom: null, validTo: null });
  });

  it.each([
    ['CODE_UNREADABLE', { code: '102' }],
    ['CODE_ELSEWHERE', { code: 'TH-102' }],
    ['LEVEL_UNREADABLE', { level: 'district' }],
    ['LEVEL_UNREADABLE', { level: '5' }],
    ['PARENT_MISSING', { parent: '' }],
    ['DAY_UNREADABLE', { from: '2026-02-30' }],
    ['ENDS_BEFORE_IT_BEGINS', { from: '2026-02-01', to: '2025-01-01' }],
    ['NAME_MISSING', { en: '', km: '' }],
  ])('is rejected as %s', (problem, change) => {
    expect(line({ ...district, ...change })).toBe(problem);
  });

  it('forgets the parent of a province, which has none', () => {
    expect(line({ code: 'KH-1', level: '1', parent: 'KH', en: 'Banteay Meanchey' })).toMatchObject({ parentCode: null });
  });

  const read = line(district) as AreaLine;
  it.each([
    [null, new Map([['KH-1', 1]]), new Set<string>()],
    ['PARENT_UNKNOWN', new Map<string, number>(), new Set<string>()],
    ['PARENT_LEVEL', new Map([['KH-1', 2]]), new Set<string>()],
    ['CODE_TWICE', new Map([['KH-1', 1]]), new Set(['KH-102'])],
  ])('among the others is %s', (problem, levels, seen) => {
    expect(whyNotAmong(read, levels, seen)).toBe(problem);
  });

  it('waits for its parent, wherever that stands in the file', () => {
    expect(parentsFirst([3, 1, NaN, 2, 1], (level) => level)).toEqual([NaN, 1, 1, 2, 3]);
  });

  it('is the same when only the order of its names differs', () => {
    expect(sameArea(read, { ...read, names: { km: 'មង្គលបូរី', en: 'Mongkol Borei' } })).toBe(true);
    expect(sameArea(read, { ...read, names: { ...read.names, th: 'มงคลบุรี' } })).toBe(false);
  });
});
