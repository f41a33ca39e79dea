import { whyNotOpenNote, whyNotWriteNote } from './note.rules';

const note = {
  level: 'ordinary',
  section: null,
  text: 'Spoke with her sister.',
  correctsLevel: null,
  correctedAlready: false,
} as const;

describe('whyNotWriteNote', () => {
  it('lets a note be written', () => {
    expect(whyNotWriteNote(note)).toBeNull();
    expect(whyNotWriteNote({ ...note, level: 'level-3', section: 'health' })).toBeNull();
    expect(whyNotWriteNote({ ...note, level: 'level-3', section: 'legal', correctsLevel: 'ordinary' })).toBeNull();
  });

  it.each([
    ['NOTE_IS_EMPTY', { text: ' \n' }],
    ['NOTE_SECTION_WRONG', { level: 'level-3' as const }],
    ['NOTE_SECTION_WRONG', { section: 'health' as const }],
    ['NOTE_LEVEL_LOWERED', { correctsLevel: 'level-3' as const }],
    ['NOTE_CORRECTED_ALREADY', { correctsLevel: 'ordinary' as const, correctedAlready: true }],
  ])('answers %s', (code, change) => {
    expect(whyNotWriteNote({ ...note, ...change })).toMatchObject({ code });
  });
});

describe('whyNotOpenNote', () => {
  it('wants a reason that can be read', () => {
    expect(whyNotOpenNote('because   ')).toMatchObject({ code: 'REASON_TOO_SHORT' });
    expect(whyNotOpenNote('Preparing the court day.')).toBeNull();
  });

  it('counts a reason in Khmer by its characters', () => {
    expect(whyNotOpenNote('រៀបចំសម្រាប់តុលាការ')).toBeNull();
  });
});
