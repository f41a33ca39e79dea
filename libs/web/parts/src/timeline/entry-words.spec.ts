import english from '../../i18n/en.json';
import { detailsOf, lookOf } from './entry-words';

describe('an entry of the timeline', () => {
  it('has the sign of the room it comes from, also when its kind is new', () => {
    expect(lookOf('training.enrolled')).toEqual({ icon: 'book', tone: 'neutral' });
    expect(lookOf('cases.invented-later')).toEqual({ icon: 'case', tone: 'neutral' });
    expect(lookOf('unknown')).toEqual({ icon: 'note', tone: 'neutral' });
  });

  it('names the programme in the language of the screen, and in English where that is missing', () => {
    const programme = { en: 'Sewing', km: 'កាត់ដេរ', th: '' };
    expect(detailsOf({ programme }, 'km').names).toEqual(['កាត់ដេរ']);
    expect(detailsOf({ programme }, 'th').names).toEqual(['Sewing']);
  });

  it('shows only the data it knows', () => {
    expect(detailsOf({ purpose: 'training', secret: 'x', checkDay: 30 }, 'en')).toEqual({
      codes: [{ key: 'parts.purpose.training' }, { key: 'parts.checkDay', params: { day: 30 } }],
      names: [],
    });
  });

  it('has words for every purpose of consent', () => expect(Object.keys(english.purpose)).toHaveLength(10));
});
