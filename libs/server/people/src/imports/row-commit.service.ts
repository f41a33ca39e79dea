import { Injectable } from '@nestjs/common';
import { Cipher, Clock, DomainError, mapInTurns, newId, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { Contacts } from '../contacts/contacts.service';
import { Contact } from '../contacts/contact.entity';
import { MOST_SHOWN } from '../duplicates/duplicate-pair.rules';
import { Duplicates } from '../duplicates/duplicates.service';
import { ExternalIds } from '../identifiers/external-ids';
import { IdentityDocument } from '../identifiers/identity-document.entity';
import { IdentityDocuments } from '../identifiers/identity-documents.service';
import { PersonFiling } from '../persons/person-filing.service';
import type { Person } from '../persons/person.entity';
import { PersonsRepository } from '../persons/persons.repository';
import { Registration, type NewPerson } from '../persons/registration.service';
import type { ImportRow, RowMatch } from './import-row.entity';
import { ImportRows } from './import-rows.service';
import { NewPeople, type NewRowPerson } from './new-people.service';
import type { Import } from './import.entity';
import type { RowProblem } from './import.rules';
import { ImportsRepository } from './imports.repository';
import type { Part } from './parts';
import type { RowContext, RowFacts } from './read-row.rules';
import { whatToFill, type FilledBefore } from './fill-person.rules';

/** A row that may become a person, and whom it is like among those who are known. */
export interface LookedUp extends NewRowPerson {
  readonly row: ImportRow;
  readonly seen: readonly RowMatch[];
}

/** Makes a person of a row, or completes the person that the row was found to be. */
@Injectable()
export class RowCommit {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRows,
    private readonly newPeople: NewPeople,
    private readonly registration: Registration,
    private readonly persons: PersonsRepository,
    private readonly filing: PersonFiling,
    private readonly contacts: Contacts,
    private readonly documents: IdentityDocuments,
    private readonly externalIds: ExternalIds,
    private readonly duplicates: Duplicates,
    private readonly cipher: Cipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Rows about which nobody had to decide, with those who are likely to be the same person today. */
  async lookAt(viewer: Viewer, rows: readonly ImportRow[], context: RowContext): Promise<LookedUp[]> {
    const read = (await mapInTurns(rows, (row) => ({ row, ...this.rows.read(row, context) }))).flatMap(({ row, facts }) =>
      facts ? [{ row, id: row.id, facts, comparable: this.rows.comparableOf(facts, context.country) }] : [],
    );
    const likely = await this.rows.knownMatches(viewer, read.map(({ comparable }) => comparable));
    return read.map((one, place) => ({ ...one, seen: likely[place]?.seen ?? [], unseen: likely[place]?.unseen ?? [] }));
  }

  /** Makes people of them, together. Since the dry run somebody may have been registered who is one of them: then the row is a question again. */
  async commitUndecided(viewer: Viewer, { id: importId, centreId }: Import, part: Part, rows: readonly LookedUp[], context: RowContext): Promise<void> {
    const questions = rows.filter(({ seen }) => seen.length > 0);
    const fresh = rows.filter(({ seen }) => seen.length === 0);
    const made = await this.newPeople.register(viewer, centreId, context.today, fresh);
    await this.imports.changeRows(importId, part, [
      ...questions.map(({ id, seen }) => ({ id, outcome: 'duplicate' as const, matches: seen.slice(0, MOST_SHOWN) })),
      ...fresh.filter(({ id }) => made.has(id)).map(({ id }) => ({ id, outcome: 'created' as const, personId: id, personVersion: 1 })),
    ]);
    for (const { row } of fresh.filter(({ id }) => !made.has(id))) {
      await this.reject(row, { code: 'ROW_FAILED', column: null });
    }
  }

  /** A row that a rule refuses takes nothing with it: what it had begun is rolled back, and it says why. */
  async commit(viewer: Viewer, batch: Import, row: ImportRow, context: RowContext): Promise<void> {
    try {
      await this.unitOfWork.manager.transaction(() => this.commitOrThrow(viewer, batch, row, context));
    } catch (error) {
      if (!(error instanceof DomainError)) {
        throw error;
      }
      await this.reject(row, { code: 'ROW_FAILED', column: null });
    }
  }

  private async commitOrThrow(viewer: Viewer, batch: Import, row: ImportRow, context: RowContext): Promise<void> {
    const { facts } = this.rows.read(row, context);
    if (!facts) {
      return;
    }
    switch (row.decision) {
      case 'skip':
        return this.reject(row, { code: 'SKIPPED', column: null });
      case 'same-person':
        return this.complete(viewer, batch, row, facts);
      default:
        return this.create(viewer, batch, row, facts);
    }
  }

  private async create(viewer: Viewer, batch: Import, row: ImportRow, facts: RowFacts): Promise<void> {
    const answers = row.decision === 'not-the-same' ? row.matches.map(({ personId }) => ({ personId, answer: 'not-the-same' as const })) : [];
    const person = await this.registration.register(viewer, { ...newPersonOf(row.id, batch.centreId, facts), answers }, 'imported');
    if (facts.externalId) {
      await this.externalIds.add(person, facts.externalId);
    }
    await this.imports.changeRow(row.id, { outcome: 'created', personId: person.id, personVersion: person.version });
  }

  private async complete(viewer: Viewer, batch: Import, row: ImportRow, facts: RowFacts): Promise<void> {
    const personId = await this.whoIs(batch, row);
    const person = personId && (await this.persons.findForChange(viewer, personId));
    if (!person || person.status === 'merged') {
      // The other row has not become a person yet: this one waits with it.
      return;
    }
    const { change, before } = whatToFill(person, facts);
    const added = await this.addParts(person, facts);
    const version = person.version + 1;
    await this.persons.change(person.id, { ...change, version, changedAt: this.clock.now() });
    await this.filing.refresh(person.id);
    await this.duplicates.settle(viewer, person, []);
    await this.audit.record(viewer, {
      action: 'person.changed', subjectType: 'person', subjectId: person.id, personId: person.id, centreId: person.centreId,
      details: { importId: batch.id, fields: Object.keys(change) },
    });
    const undo: FilledBefore = { version: person.version, fields: before, ...added };
    await this.imports.changeRow(row.id, {
      outcome: 'updated', personId: person.id, personVersion: version, beforeSealed: this.cipher.encrypt(JSON.stringify(undo)),
    });
  }

  private async addParts(person: Person, facts: RowFacts): Promise<Pick<FilledBefore, 'contactId' | 'documentId' | 'externalIdId'>> {
    const [contactId, documentId] = [newId(), newId()];
    const { manager } = this.unitOfWork;
    if (facts.phone) {
      await this.contacts.add(person, { id: contactId, kind: 'phone', value: facts.phone });
    }
    if (facts.documentNumber) {
      await this.documents.add(person, { id: documentId, type: 'other', number: facts.documentNumber });
    }
    return {
      contactId: (await manager.existsBy(Contact, { id: contactId })) ? contactId : null,
      documentId: (await manager.existsBy(IdentityDocument, { id: documentId })) ? documentId : null,
      externalIdId: facts.externalId ? await this.externalIds.add(person, facts.externalId) : null,
    };
  }

  /** The person decided on; when that was another row of the file, whoever that row became. */
  private async whoIs({ id }: Import, { decidedPersonId }: ImportRow): Promise<string | null> {
    const [other] = decidedPersonId ? await this.imports.rowsById(id, [decidedPersonId]) : [];
    return other ? other.personId : decidedPersonId;
  }

  private async reject(row: ImportRow, problem: RowProblem): Promise<void> {
    await this.imports.changeRow(row.id, { outcome: 'rejected', problems: [...row.problems, problem] });
  }
}

const newPersonOf = (id: string, centreId: string, facts: RowFacts): NewPerson => ({
  id,
  centreId,
  fullName: facts.fullName,
  givenName: facts.givenName,
  familyName: facts.familyName,
  latinName: facts.latinName,
  nickname: facts.nickname,
  sex: facts.sex,
  birth: facts.birth,
  nationality: facts.nationality,
  languages: facts.language ? [facts.language] : [],
  addressText: facts.address,
  intakeSource: 'import',
  contacts: facts.phone ? [{ kind: 'phone', value: facts.phone }] : [],
  documents: facts.documentNumber ? [{ type: 'other', number: facts.documentNumber }] : [],
});
