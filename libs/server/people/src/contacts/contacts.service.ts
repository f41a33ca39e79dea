import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, newId, notFound, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { PersonFiling } from '../persons/person-filing.service';
import type { Person } from '../persons/person.entity';
import { getPerson, getPersonForChange, PersonsRepository } from '../persons/persons.repository';
import { Contact } from './contact.entity';
import { readContact, type ContactKind, type ContactOwner } from './contact.rules';

export interface NewContact {
  readonly id?: string | undefined;
  readonly kind: ContactKind;
  readonly value: string;
  readonly whose?: ContactOwner | undefined;
  readonly safeToCall?: boolean | null | undefined;
  readonly safeWhen?: string | null | undefined;
  readonly whoMayAnswer?: string | null | undefined;
}

/** With the value as it is kept: E.164, or a messenger's handle. */
export type ReadContact = NewContact;

export type ContactChange = Partial<Pick<Contact, 'whose' | 'safeToCall' | 'safeWhen' | 'whoMayAnswer'>>;

/** Ways to reach somebody, and whether it is safe to. */
@Injectable()
export class Contacts {
  constructor(
    private readonly persons: PersonsRepository,
    private readonly filing: PersonFiling,
    private readonly centres: Centres,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Looking up a number is written down: it is what somebody who searches for a person wants to know. */
  list(viewer: Viewer, personId: string): Promise<Contact[]> {
    return this.unitOfWork.run(async () => {
      const { centreId } = await getPerson(this.persons, viewer, personId);
      await this.audit.record(viewer, { action: 'contact.opened', subjectType: 'person', subjectId: personId, personId, centreId });
      return this.unitOfWork.manager.find(Contact, { where: { personId }, order: { createdAt: 'ASC', id: 'ASC' } });
    });
  }

  record(viewer: Viewer, personId: string, contact: NewContact): Promise<Contact> {
    return this.unitOfWork.run(async () => {
      const person = await getPersonForChange(this.persons, viewer, personId);
      const id = await this.add(person, contact);
      await this.filing.refresh(personId);
      await this.audit.record(viewer, { action: 'contact.recorded', subjectType: 'contact', subjectId: id, personId, centreId: person.centreId, details: { kind: contact.kind } });
      return this.unitOfWork.manager.findOneByOrFail(Contact, { id, personId });
    });
  }

  change(viewer: Viewer, personId: string, contactId: string, version: number, change: ContactChange): Promise<Contact> {
    return this.unitOfWork.run(async () => {
      const person = await getPersonForChange(this.persons, viewer, personId);
      const contact = await this.unitOfWork.manager.findOneBy(Contact, { id: contactId, personId });
      if (!contact) {
        throw notFound('CONTACT_NOT_FOUND', 'The contact');
      }
      assertVersion<Contact>(contact, version, change);
      await this.unitOfWork.manager.update(Contact, { id: contactId }, { ...change, version: version + 1 });
      await this.audit.record(viewer, { action: 'contact.changed', subjectType: 'contact', subjectId: contactId, personId, centreId: person.centreId, details: { fields: Object.keys(change) } });
      return this.unitOfWork.manager.findOneByOrFail(Contact, { id: contactId });
    });
  }

  /** Contacts of somebody new, as they will be kept: readable, and each once. @throws CONTACT_UNREADABLE */
  async read(centreId: string, contacts: readonly NewContact[]): Promise<ReadContact[]> {
    const country = contacts.length > 0 ? await this.centres.countryOf(centreId) : '';
    const read = contacts.map((contact) => ({ ...contact, value: valueOf(contact, country) }));
    return [...new Map(read.map((contact) => [`${contact.kind}:${contact.value}`, contact])).values()];
  }

  /** Returns the id of the contact; the same number of the same person is one contact. */
  async add(person: Pick<Person, 'id' | 'centreId'>, contact: NewContact): Promise<string> {
    const value = valueOf(contact, await this.centres.countryOf(person.centreId));
    const { manager } = this.unitOfWork;
    const known = await manager.findOneBy(Contact, { personId: person.id, kind: contact.kind, value });
    if (known) {
      return known.id;
    }
    const id = contact.id ?? newId();
    await manager.insert(Contact, {
      id, personId: person.id, centreId: person.centreId, kind: contact.kind, value, whose: contact.whose ?? 'self', safeToCall: contact.safeToCall ?? null,
      safeWhen: contact.safeWhen ?? null, whoMayAnswer: contact.whoMayAnswer ?? null, createdAt: this.clock.now(), version: 1,
    });
    return id;
  }
}

const valueOf = ({ kind, value }: NewContact, country: string): string => {
  const read = readContact(kind, value, country);
  if (read === null) {
    throw ruleBroken('CONTACT_UNREADABLE', 'This is not a number that can be called.', { kind });
  }
  return read;
};
