import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { In } from 'typeorm';
import { Programme } from './programme.entity';
import { ProgrammeVersion } from './programme-version.entity';

const CODES_LOCK = 7_266_229;

/** Programmes are the node's common catalogue: no centre owns them, so no viewer limits the rows. */
@Injectable()
export class ProgrammesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(): Promise<Programme[]> {
    return this.unitOfWork.manager.find(Programme, { order: { code: 'ASC' } });
  }

  find(id: string): Promise<Programme | null> {
    return this.unitOfWork.manager.findOneBy(Programme, { id });
  }

  /** Two who add the same code at once: the second waits until the first is there, instead of breaking on the key. */
  async lockCodes(): Promise<void> {
    await this.unitOfWork.manager.query('SELECT pg_advisory_xact_lock($1)', [CODES_LOCK]);
  }

  isCodeTaken(code: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(Programme, { code });
  }

  versionsOf(programmeIds: readonly string[]): Promise<ProgrammeVersion[]> {
    return this.unitOfWork.manager.find(ProgrammeVersion, {
      where: { programmeId: In([...programmeIds]) },
      order: { number: 'DESC' },
    });
  }

  findVersion(id: string): Promise<ProgrammeVersion | null> {
    return this.unitOfWork.manager.findOneBy(ProgrammeVersion, { id });
  }

  /** Locked, so that two people cannot both add "the next" version or approve what the other is editing. */
  findVersionToChange(programmeId: string, id: string): Promise<ProgrammeVersion | null> {
    return this.unitOfWork.manager.findOne(ProgrammeVersion, {
      where: { id, programmeId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async add(programme: Programme): Promise<void> {
    await this.unitOfWork.manager.insert(Programme, programme);
  }

  async addVersion(version: Omit<ProgrammeVersion, 'programme' | 'version'>): Promise<void> {
    await this.unitOfWork.manager.insert(ProgrammeVersion, version);
  }

  async changeVersion(id: string, change: Partial<Omit<ProgrammeVersion, 'programme'>>): Promise<void> {
    await this.unitOfWork.manager.update(ProgrammeVersion, { id }, change);
  }
}
