import { foundBy, nearestName } from './nearest-name';

const names = new Map([['7', 'Craft'], ['721', 'Metal trades'], ['7212', 'Welders']]);
const lines = [{ code: '7212', name: 'Welders and flame cutters' }, { code: '5120', name: 'Cooks' }, { code: '9412', name: 'ជំនួយការផ្ទះបាយ' }];

describe('the name of a code', () => {
  it.each([['7212', 'Welders'], ['7213', 'Metal trades'], ['7411', 'Craft'], ['5120', null]])('%s is %s', (code, name) => expect(nearestName(names, code)).toBe(name));
});

describe('looking for an occupation', () => {
  it.each([
    ['weld', ['7212']],
    [' COOK ', ['5120']],
    ['72', ['7212']],
    ['ផ្ទះបាយ', ['9412']],
    ['', []],
    ['pilot', []],
  ])('%j finds %j', (text, codes) => expect(foundBy(lines, text, 5).map(({ code }) => code)).toEqual(codes));

  it('finds no more than fit', () => expect(foundBy(lines, 'o', 1)).toHaveLength(1));
});
