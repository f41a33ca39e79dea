import { normaliseText } from './script.rules';
import { romaniseThai } from './thai-romanisation.rules';

const NAMES: readonly (readonly [string, string])[] = [
  ['สมชาย', 'somchai'],
  ['สมศักดิ์', 'somsak'],
  ['วิชัย', 'wichai'],
  ['ประเสริฐ', 'prasert'],
  ['สุภาพร', 'suphaphon'],
  ['ณัฐพล', 'natthaphon'],
  ['กิตติ', 'kitti'],
  ['อนุชา', 'anucha'],
  ['ธนพล', 'thanaphon'],
  ['ศิริพร', 'siriphon'],
  ['วรรณา', 'wanna'],
  ['บุญมี', 'bunmi'],
  ['จันทร์', 'chan'],
  ['แก้ว', 'kaeo'],
  ['เดือน', 'duean'],
  ['เพ็ญ', 'phen'],
  ['มาลี', 'mali'],
  ['ปรีชา', 'pricha'],
  ['สายใจ', 'saichai'],
  ['ทองดี', 'thongdi'],
  ['คำ', 'kham'],
  ['หนู', 'nu'],
  ['ไพศาล', 'phaisan'],
  ['ใจดี', 'chaidi'],
];

describe('Thai names in Latin letters', () => {
  it.each(NAMES)('reads %s as %s', (thai, latin) => {
    expect(romaniseThai(normaliseText(thai))).toBe(latin);
  });
});
