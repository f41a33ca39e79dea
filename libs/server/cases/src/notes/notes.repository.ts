import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import { Note } from './note.entity';
import { NoteOpening } from './note-opening.entity';

/** Notes of cases that the caller has already been allowed to read. There is no way to change one. */
@Injectable()
export class NotesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(caseId: string): Promise<Note[]> {
    return this.unitOfWork.manager.find(Note, { where: { caseId }, order: { writtenAt: 'DESC', id: 'DESC' } });
  }

  find(caseId: string, id: string): Promise<Note | null> {
    return this.unitOfWork.manager.findOneBy(Note, { caseId, id });
  }

  isCorrected(id: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(Note, { correctsNoteId: id });
  }

  async add(note: Note): Promise<void> {
    await this.unitOfWork.manager.insert(Note, note);
  }

  async addOpening(opening: NoteOpening): Promise<void> {
    await this.unitOfWork.manager.insert(NoteOpening, opening);
  }

  /** Across cases, newest first. */
  listOpenings(viewer: Viewer, most: number): Promise<NoteOpening[]> {
    const openings = this.unitOfWork.manager.createQueryBuilder(NoteOpening, 'o').where('TRUE');
    limitToReach(openings, viewer, { centre: 'o.centreId', person: 'o.personId' });
    return openings.orderBy('o.openedAt', 'DESC').addOrderBy('o.id', 'DESC').take(most).getMany();
  }
}
