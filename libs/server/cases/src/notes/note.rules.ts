import { type DomainError, ruleBroken } from '@sampan/kernel';

export const NOTE_LEVELS = ['ordinary', 'level-3'] as const;
export type NoteLevel = (typeof NOTE_LEVELS)[number];

/** What a level-3 note is about; it says why somebody might have a reason to open it. */
export const NOTE_SECTIONS = ['exploitation-history', 'health', 'legal'] as const;
export type NoteSection = (typeof NOTE_SECTIONS)[number];

export interface NoteCheck {
  readonly level: NoteLevel;
  readonly section: NoteSection | null;
  readonly text: string;
  readonly correctsLevel: NoteLevel | null;
  readonly correctedAlready: boolean;
}

export const whyNotWriteNote = (note: NoteCheck): DomainError | null => {
  if (!note.text.trim()) {
    return ruleBroken('NOTE_IS_EMPTY', 'The note has no text.');
  }
  if ((note.level === 'level-3') !== (note.section !== null)) {
    return ruleBroken('NOTE_SECTION_WRONG', 'A level-3 note, and only that, names its section.');
  }
  // A correction that lowers the level would spill in the new entry what the old one seals.
  if (note.correctsLevel === 'level-3' && note.level !== 'level-3') {
    return ruleBroken('NOTE_LEVEL_LOWERED', 'The correction of a level-3 note is level 3 too.');
  }
  // Two corrections of one entry would leave two texts that both claim to be the last word.
  if (note.correctedAlready) {
    return ruleBroken('NOTE_CORRECTED_ALREADY', 'This note has been corrected since; correct the newer one.');
  }
  return null;
};

/** Long enough to be a reason and not a keystroke. */
const SHORTEST_REASON = 10;

export const whyNotOpenNote = (reason: string): DomainError | null =>
  [...reason.trim()].length < SHORTEST_REASON
    ? ruleBroken('REASON_TOO_SHORT', `Say in at least ${SHORTEST_REASON} characters why you open this.`)
    : null;
