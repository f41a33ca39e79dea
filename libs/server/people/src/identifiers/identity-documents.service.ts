import { Injectable } from '@nestjs/common';
import { can, Cipher, Clock, newId, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { PersonFiling } from '../persons/person-filing.service';
import type { Person } from '../persons/person.entity';
import { getPerson, getPersonForChange, PersonsRepository } from '../persons/persons.repository';
import { In } from 'typeorm';
import { IdentityDocument } from './identity-document.entity';
import { DOCUMENT_HASH, plainNumber, type DocumentStatus, type DocumentType } from './identity-document.rules';

export interface NewDocument {
  readonly id?: string | undefined;
  readonly type: DocumentType;
  readonly number: string;
  readonly issuingCountry?: string | null | undefined;
  readonly status?: DocumentStatus | undefined;
  readonly expiresOn?: string | null | undefined;
}

export type ShownDocument = Pick<IdentityDocument, 'id' | 'type' | 'issuingCountry' | 'status' | 'expiresOn'> & {
  /** Null for whoever may not see it. */
  readonly number: string | null;
};

/** Papers that say who somebody is. Numbers are sealed; looking at them is written down. */
@Injectable()
export class IdentityDocuments {
  constructor(
    private readonly persons: PersonsRepository,
    private readonly filing: PersonFiling,
    private readonly cipher: Cipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  list(viewer: Viewer, personId: string): Promise<ShownDocument[]> {
    return this.unitOfWork.run(async () => {
      const person = await getPerson(this.persons, viewer, personId);
      const documents = await this.unitOfWork.manager.find(IdentityDocument, { where: { personId }, order: { createdAt: 'ASC', id: 'ASC' } });
      const readable = can(viewer, 'person.see-document');
      if (readable && documents.length > 0) {
        await this.audit.record(viewer, { action: 'identity-document.opened', subjectType: 'person', subjectId: personId, personId, centreId: person.centreId });
      }
      return documents.map((document) => this.shown(document, readable));
    });
  }

  record(viewer: Viewer, personId: string, document: NewDocument): Promise<ShownDocument> {
    return this.unitOfWork.run(async () => {
      const person = await getPersonForChange(this.persons, viewer, personId);
      const id = await this.add(person, document);
      await this.filing.refresh(personId);
      await this.audit.record(viewer, { action: 'identity-document.recorded', subjectType: 'identity-document', subjectId: id, personId, centreId: person.centreId, details: { type: document.type } });
      return this.shown(await this.unitOfWork.manager.findOneByOrFail(IdentityDocument, { id, personId }), true);
    });
  }

  /** Returns the id of the document; the same number of the same person is one document. */
  async add(person: Pick<Person, 'id' | 'centreId'>, { id = newId(), type, number, issuingCountry = null, status = 'held', expiresOn = null }: NewDocument): Promise<string> {
    const plain = plainNumber(number);
    if (plain === '') {
      throw ruleBroken('DOCUMENT_NUMBER_EMPTY', 'A document number needs letters or digits.');
    }
    const { manager } = this.unitOfWork;
    // While keys are being rotated, the same number may stand there under the former one.
    const [numberHash, ...formerHashes] = this.cipher.keyedHashes(DOCUMENT_HASH, plain);
    const known = formerHashes.length > 0 ? await manager.findOneBy(IdentityDocument, { personId: person.id, numberHash: In(formerHashes) }) : null;
    if (known) {
      return known.id;
    }
    const row = {
      id, personId: person.id, centreId: person.centreId, type, issuingCountry, status, expiresOn, numberHash,
      numberSealed: this.cipher.encrypt(number.trim()), createdAt: this.clock.now(),
    };
    await manager.createQueryBuilder().insert().into(IdentityDocument).values(row).orIgnore().execute();
    return (await manager.findOneByOrFail(IdentityDocument, { personId: person.id, numberHash })).id;
  }

  private shown({ id, type, issuingCountry, status, expiresOn, numberSealed }: IdentityDocument, readable: boolean): ShownDocument {
    return { id, type, issuingCountry, status, expiresOn, number: readable ? this.cipher.decrypt(numberSealed) : null };
  }
}
