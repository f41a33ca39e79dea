import { romaniseKhmer } from './khmer-romanisation.rules';
import { normaliseText } from './script.rules';

/** Name in Khmer, and what the rules make of it: a spelling that a Cambodian would recognise. */
const NAMES: readonly (readonly [string, string])[] = [
  ['សុខ', 'sok'],
  ['ដារ៉ា', 'dara'],
  ['សុភាព', 'sopheap'],
  ['ចាន់ថា', 'chantha'],
  ['វណ្ណា', 'vana'],
  ['វណ្ណៈ', 'vanak'],
  ['ធន់', 'thun'],
  ['ពល', 'pol'],
  ['កញ្ញា', 'kanha'],
  ['សម្បត្តិ', 'sambat'],
  ['ស្រី', 'srey'],
  ['ស្រីមុំ', 'sreymom'],
  ['បុប្ផា', 'bopha'],
  ['កុសល', 'kosal'],
  ['រិទ្ធី', 'rithy'],
  ['វាសនា', 'veasna'],
  ['សំណាង', 'samnang'],
  ['វិសាល', 'visal'],
  ['ពិសី', 'pisey'],
  ['ជា', 'chea'],
  ['ហេង', 'heng'],
  ['កែវ', 'keo'],
  ['លី', 'ly'],
  ['សេង', 'seng'],
  ['ទេព', 'tep'],
  ['ចាន់', 'chan'],
  ['ពៅ', 'pov'],
  ['សៅ', 'sao'],
  ['ចំរើន', 'chamroeun'],
  ['នារី', 'neary'],
  ['ជ័យ', 'chey'],
  ['ជាតិ', 'cheat'],
  ['ពេជ្រ', 'pech'],
  ['សុជាតា', 'socheata'],
  ['ធីតា', 'thyta'],
  ['ប៉ូលីន', 'polin'],
  ['វីរៈ', 'vyrak'],
];

describe('Khmer names in Latin letters', () => {
  it.each(NAMES)('reads %s as %s', (khmer, latin) => {
    expect(romaniseKhmer(normaliseText(khmer))).toBe(latin);
  });
});
