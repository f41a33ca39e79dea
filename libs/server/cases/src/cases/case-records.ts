import { Injectable } from '@nestjs/common';
import { assertVersion, notFound, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import type { Case } from './case.entity';
import { CasesRepository } from './cases.repository';
import { type CaseFacts, stageOf, whyNotMove, whyNotWork } from './case.rules';

/** How every part of the casework gets hold of a case, and the only way that a case changes. */
@Injectable()
export class CaseRecords {
  constructor(
    private readonly cases: CasesRepository,
    private readonly audit: Audit,
  ) {}

  async get(viewer: Viewer, id: string): Promise<Case> {
    return found(await this.cases.find(viewer, id));
  }

  /** For showing: that it was read is noted. */
  async open(viewer: Viewer, id: string): Promise<Case> {
    return found(await this.cases.open(viewer, id));
  }

  async getForChange(viewer: Viewer, id: string, version?: number, mine: Partial<Case> = {}): Promise<Case> {
    const file = found(await this.cases.findForChange(viewer, id));
    if (version !== undefined) {
      assertVersion(file, version, mine);
    }
    return file;
  }

  /** A case to which something may still be added. */
  async getOpen(viewer: Viewer, id: string): Promise<Case> {
    const file = await this.getForChange(viewer, id);
    const refusal = whyNotWork(file.stage);
    if (refusal) {
      throw refusal;
    }
    return file;
  }

  /** Writes new facts and the stage that follows from them; refuses facts that would take a way the table does not have. */
  async record(viewer: Viewer, file: Case, action: string, change: Partial<Case>): Promise<Case> {
    const facts: CaseFacts & Partial<Case> = { ...file, ...change };
    const stage = stageOf(facts);
    const refusal = whyNotMove(file.stage, stage);
    if (refusal) {
      throw refusal;
    }
    const saved = await this.cases.save(Object.assign(file, change, { stage }));
    await this.audit.record(viewer, {
      action,
      subjectType: 'case',
      subjectId: file.id,
      personId: file.personId,
      centreId: file.centreId,
      details: { stage, fields: Object.keys(change) },
    });
    return saved;
  }
}

const found = (file: Case | null): Case => {
  if (!file) {
    throw notFound('CASE_NOT_FOUND', 'The case');
  }
  return file;
};
