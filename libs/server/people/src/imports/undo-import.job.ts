import { Injectable } from '@nestjs/common';
import { Cipher, Clock, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit, RunsJob, type RunnableJob } from '@sampan/platform';
import { QueryFailedError } from 'typeorm';
import { Consent } from '../consents/consent.entity';
import { ConsentOverride } from '../consents/consent-override.entity';
import { CaseloadEntry } from '../caseload/caseload-entry.entity';
import { Contact } from '../contacts/contact.entity';
import { DuplicatePairsRepository } from '../duplicates/duplicate-pairs.repository';
import { PersonKeysRepository } from '../duplicates/person-keys.repository';
import { ExternalId } from '../identifiers/external-id.entity';
import { IdentityDocument } from '../identifiers/identity-document.entity';
import { PersonFiling } from '../persons/person-filing.service';
import type { Person } from '../persons/person.entity';
import { PersonsRepository } from '../persons/persons.repository';
import { TimelineRepository } from '../timeline/timeline.repository';
import type { FilledBefore } from './fill-person.rules';
import { actingFor, Interrupted, UNDO_IMPORT, type ImportCheckpoint, type ImportJob, type ImportJobInput } from './import-jobs';
import type { ImportRow } from './import-row.entity';
import type { Import } from './import.entity';
import type { RowProblemCode } from './import.rules';
import { ImportsRepository } from './imports.repository';

const CHUNK = 25;
const AFTER_THE_LAST = 2_147_483_647;
const STILL_NEEDED = '23503';

/** Takes an import back, last row first. A record that somebody has used or changed since is kept, and the row says so. */
@Injectable()
@RunsJob({ kind: UNDO_IMPORT })
export class UndoImport implements RunnableJob<ImportJobInput, ImportCheckpoint> {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly persons: PersonsRepository,
    private readonly filing: PersonFiling,
    private readonly keys: PersonKeysRepository,
    private readonly pairs: DuplicatePairsRepository,
    private readonly timeline: TimelineRepository,
    private readonly cipher: Cipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async run(job: ImportJob): Promise<Record<string, unknown>> {
    const viewer = actingFor(job);
    const { importId } = job.input;
    const batch = await this.imports.find(viewer, importId);
    if (!batch || batch.state !== 'undoing') {
      return { skipped: true };
    }
    let at: ImportCheckpoint | null = job.checkpoint ?? { row: AFTER_THE_LAST, done: 0 };
    while (at) {
      const from: ImportCheckpoint = at;
      at = await this.unitOfWork.run(() => this.takeBackNext(job, viewer, batch, from));
    }
    await this.imports.change(importId, { state: 'undone', undoneAt: this.clock.now() });
    return { counts: await this.imports.counts(importId) };
  }

  private async takeBackNext(job: ImportJob, viewer: Viewer, { id, rowCount }: Import, { row, done }: ImportCheckpoint): Promise<ImportCheckpoint | null> {
    if (job.signal.aborted) {
      throw new Interrupted();
    }
    const rows = await this.imports.previous(id, row, ['created', 'updated'], CHUNK);
    for (const { id: rowId } of rows) {
      // Read again: taking back a later row moves the version that an earlier one stands for.
      await this.takeBack(viewer, (await this.imports.findRow(id, rowId)) as ImportRow);
    }
    const last = rows.at(-1);
    const reached = last ? { row: last.rowNumber, done: done + rows.length } : null;
    await job.progress(reached?.done ?? rowCount, rowCount, reached ?? { row, done });
    return reached;
  }

  private async takeBack(viewer: Viewer, row: ImportRow): Promise<void> {
    const person = row.personId ? await this.persons.findForChange(viewer, row.personId) : null;
    const reason = person ? await this.whyKeep(person, row) : 'USED_SINCE';
    if (!person || reason) {
      await this.keep(row, reason ?? 'USED_SINCE');
      return;
    }
    try {
      await this.unitOfWork.manager.transaction(() => (row.outcome === 'created' ? this.remove(person) : this.restore(row, person)));
    } catch (error) {
      if (!isStillNeeded(error)) {
        throw error;
      }
      await this.keep(row, 'USED_SINCE');
      return;
    }
    const personId = row.outcome === 'created' ? null : person.id;
    await this.imports.changeRow(row.id, { outcome: 'undone', personId });
    await this.audit.record(viewer, {
      action: 'import-row.undone', subjectType: 'person', subjectId: person.id, personId: person.id, centreId: person.centreId, details: { importId: row.importId, was: row.outcome },
    });
  }

  private async whyKeep(person: Person, row: ImportRow): Promise<RowProblemCode | null> {
    if (person.version !== row.personVersion) {
      return 'CHANGED_SINCE';
    }
    const { manager } = this.unitOfWork;
    const used =
      (await this.timeline.hasMore(person.id, 'people.imported')) ||
      (await manager.existsBy(Consent, { personId: person.id })) ||
      (await manager.existsBy(CaseloadEntry, { personId: person.id })) ||
      (await manager.existsBy(ConsentOverride, { personId: person.id }));
    return row.outcome === 'created' && used ? 'USED_SINCE' : null;
  }

  private async remove({ id }: Person): Promise<void> {
    const { manager } = this.unitOfWork;
    await this.keys.remove(id);
    await this.pairs.removeOf(id);
    await this.timeline.remove(id);
    await manager.delete(ExternalId, { personId: id });
    await manager.delete(Contact, { personId: id });
    await manager.delete(IdentityDocument, { personId: id });
    await this.persons.remove(id);
  }

  private async restore(row: ImportRow, person: Person): Promise<void> {
    const { manager } = this.unitOfWork;
    const before = JSON.parse(this.cipher.decrypt(row.beforeSealed ?? '')) as FilledBefore;
    for (const [table, id] of [[Contact, before.contactId], [IdentityDocument, before.documentId], [ExternalId, before.externalIdId]] as const) {
      if (id) {
        await manager.delete(table, { id });
      }
    }
    const version = person.version + 1;
    await this.persons.change(person.id, { ...before.fields, version, changedAt: this.clock.now() });
    await this.filing.refresh(person.id);
    await this.imports.followVersion(row.importId, person.id, before.version, version);
  }

  private async keep(row: ImportRow, code: RowProblemCode): Promise<void> {
    await this.imports.changeRow(row.id, { outcome: 'kept', problems: [...row.problems, { code, column: null }] });
  }
}

const isStillNeeded = (error: unknown): boolean => error instanceof QueryFailedError && (error.driverError as { code?: string }).code === STILL_NEEDED;
