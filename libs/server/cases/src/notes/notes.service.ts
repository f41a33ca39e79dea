import { Injectable } from '@nestjs/common';
import { Cipher, Clock, newId, notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import type { Case } from '../cases/case.entity';
import { CaseRecords } from '../cases/case-records';
import { WorkerNames } from '../workers/worker-names';
import type { NoteDto, OpenedNoteDto, WriteNoteDto } from './note.dto';
import type { Note } from './note.entity';
import { whyNotOpenNote, whyNotWriteNote } from './note.rules';
import { NotesRepository } from './notes.repository';

/** What was said and seen, in the order in which it was written; level 3 is sealed until somebody gives a reason. */
@Injectable()
export class Notes {
  constructor(
    private readonly notes: NotesRepository,
    private readonly records: CaseRecords,
    private readonly names: WorkerNames,
    private readonly cipher: Cipher,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, caseId: string): Promise<NoteDto[]> {
    const file = await this.records.get(viewer, caseId);
    const notes = await this.notes.list(file.id);
    const names = await this.names.of(notes.map(({ authorId }) => authorId));
    const correctedBy = new Map(
      notes.flatMap(({ id, correctsNoteId }) => (correctsNoteId ? [[correctsNoteId, id]] : [])),
    );
    return notes.map((note) => toDto(note, names, correctedBy.get(note.id) ?? null));
  }

  /** A draft that is sent twice with its client id is one note; the first text stands. */
  write(viewer: Viewer, caseId: string, order: WriteNoteDto): Promise<NoteDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.getOpen(viewer, caseId);
      const repeated = order.id ? await this.notes.find(caseId, order.id) : null;
      if (repeated) {
        return toDto(repeated, await this.names.of([repeated.authorId]), null);
      }
      const corrected = order.correctsNoteId ? await this.getNote(caseId, order.correctsNoteId) : null;
      const section = order.section ?? null;
      const refusal = whyNotWriteNote({
        level: order.level,
        section,
        text: order.text,
        correctsLevel: corrected?.level ?? null,
        correctedAlready: corrected ? await this.notes.isCorrected(corrected.id) : false,
      });
      if (refusal) {
        throw refusal;
      }

      const sealed = order.level === 'level-3';
      const note: Note = {
        id: order.id ?? newId(),
        caseId,
        personId: file.personId,
        centreId: file.centreId,
        level: order.level,
        section,
        text: sealed ? null : order.text,
        sealedText: sealed ? this.cipher.encrypt(order.text) : null,
        authorId: viewer.userId,
        writtenAt: this.clock.now(),
        correctsNoteId: corrected?.id ?? null,
      };
      await this.notes.add(note);
      await this.record(viewer, file, 'note.written', note.id, { level: note.level, section });
      await this.timeline.append({
        personId: file.personId,
        centreId: file.centreId,
        at: note.writtenAt,
        kind: sealed ? 'cases.sensitive-note-written' : 'cases.note-written',
        fact: sealed ? 'fact.sensitive' : 'fact.protection',
        data: sealed ? { section } : {},
        sourceType: 'note',
        sourceId: note.id,
      });
      return toDto(note, await this.names.of([viewer.userId]), null);
    });
  }

  /** The reason is written before the text is read: there is no opening without its trace. */
  openSealed(viewer: Viewer, caseId: string, noteId: string, reason: string): Promise<OpenedNoteDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.get(viewer, caseId);
      const note = await this.getNote(file.id, noteId);
      const refusal = whyNotOpenNote(reason);
      if (refusal) {
        throw refusal;
      }
      await this.notes.addOpening({
        id: newId(),
        noteId,
        caseId: file.id,
        personId: file.personId,
        centreId: file.centreId,
        openedBy: viewer.userId,
        reason: reason.trim(),
        openedAt: this.clock.now(),
      });
      await this.record(viewer, file, 'note.sensitive-opened', noteId, {
        section: note.section,
        reason: reason.trim(),
      });
      return { id: noteId, text: note.sealedText === null ? (note.text ?? '') : this.cipher.decrypt(note.sealedText) };
    });
  }

  private async getNote(caseId: string, id: string): Promise<Note> {
    const note = await this.notes.find(caseId, id);
    if (!note) {
      throw notFound('NOTE_NOT_FOUND', 'The note');
    }
    return note;
  }

  private record(
    viewer: Viewer,
    file: Case,
    action: string,
    noteId: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(viewer, {
      action,
      subjectType: 'note',
      subjectId: noteId,
      personId: file.personId,
      centreId: file.centreId,
      details: { caseId: file.id, ...details },
    });
  }
}

const toDto = (note: Note, names: ReadonlyMap<string, string>, correctedByNoteId: string | null): NoteDto => ({
  id: note.id,
  level: note.level,
  section: note.section,
  text: note.text,
  authorId: note.authorId,
  authorName: names.get(note.authorId) ?? null,
  writtenAt: note.writtenAt.toISOString(),
  correctsNoteId: note.correctsNoteId,
  correctedByNoteId,
});
