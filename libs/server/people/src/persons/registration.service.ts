import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { assertVersion, Cipher, Clock, conflict, Events, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { AdminAreas, Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { Caseload } from '../caseload/caseload.service';
import { Consents, type NewConsent } from '../consents/consents.service';
import { Contacts, type NewContact } from '../contacts/contacts.service';
import { blockingKeys } from '../duplicates/blocking-key.rules';
import { comparable } from '../duplicates/comparable.rules';
import { namesOf } from '../duplicates/comparables.repository';
import { Duplicates, type AnsweredMatch } from '../duplicates/duplicates.service';
import { PersonKeysRepository } from '../duplicates/person-keys.repository';
import { IdentityDocuments, type NewDocument } from '../identifiers/identity-documents.service';
import { searchTextOf } from '../names/name.rules';
import { normaliseText } from '../names/script.rules';
import { NewPeopleRepository } from './new-people.repository';
import { mintReference, readReference } from './person-reference.rules';
import { birthOf, readPartialDate, type PartialDate } from './partial-date.rules';
import { PersonFiling } from './person-filing.service';
import type { Person } from './person.entity';
import { PersonRegistered } from './person.events';
import { missingParts, statusOf, type AccompaniedBy, type IntakeSource, type Sex } from './person.rules';
import { getPersonForChange, personNotFound, PersonsRepository } from './persons.repository';

/** What is written down about somebody. Only a name is required. */
export interface PersonFacts {
  readonly fullName: string;
  readonly latinName?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly nickname?: string | null | undefined;
  readonly alsoKnownAs?: readonly string[] | undefined;
  readonly sex?: Sex | undefined;
  readonly birth?: PartialDate | null | undefined;
  readonly ageInDoubt?: boolean | undefined;
  readonly accompaniedBy?: AccompaniedBy | null | undefined;
  readonly guardianImplicated?: boolean | null | undefined;
  readonly nationality?: string | null | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly education?: number | null | undefined;
  readonly adminAreaCode?: string | null | undefined;
  readonly addressText?: string | null | undefined;
  readonly intakeSource?: IntakeSource | null | undefined;
  readonly presentingIssue?: string | null | undefined;
  readonly urgentConcern?: boolean | undefined;
}

export interface NewPerson extends PersonFacts {
  /** Made by the client: the same registration repeated is one person. */
  readonly id: string;
  readonly centreId: string;
  /** Minted on the device, when it was offline; else minted here. */
  readonly reference?: string | undefined;
  readonly contacts?: readonly NewContact[] | undefined;
  readonly documents?: readonly NewDocument[] | undefined;
  readonly consents?: readonly NewConsent[] | undefined;
  readonly answers?: readonly AnsweredMatch[] | undefined;
}

export type Origin = 'registered' | 'imported';

/** Takes somebody in, and keeps what is written about them right. */
@Injectable()
export class Registration {
  constructor(
    private readonly persons: PersonsRepository,
    private readonly people: NewPeopleRepository,
    private readonly keys: PersonKeysRepository,
    private readonly filing: PersonFiling,
    private readonly contacts: Contacts,
    private readonly documents: IdentityDocuments,
    private readonly consents: Consents,
    private readonly caseload: Caseload,
    private readonly duplicates: Duplicates,
    private readonly centres: Centres,
    private readonly adminAreas: AdminAreas,
    private readonly cipher: Cipher,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  register(viewer: Viewer, registration: NewPerson, origin: Origin = 'registered'): Promise<Person> {
    return this.unitOfWork.run(async () => {
      const { id, centreId } = registration;
      await this.centres.get(viewer, centreId);
      const today = await this.centres.todayAt(centreId);
      const facts = await this.checked(registration, today);
      const contacts = await this.contacts.read(centreId, registration.contacts ?? []);
      const person = this.personOf(viewer, registration, facts, await this.referenceFor(id, registration.reference), today, contacts.length > 0);
      if (!(await this.people.add([person])).has(id)) {
        return this.alreadyThere(viewer, id);
      }
      // Asked of somebody new alone: a repeated request, and a register whose import had begun, still find an end.
      if (origin === 'registered') {
        await this.centres.mustBeOpenFor(centreId, 'registration');
      }
      await this.people.addContacts(contacts.map((contact) => ({ ...contact, person })));
      await this.addAll(viewer, person, registration);
      await this.file(person, contacts.map(({ value }) => value), registration);
      await this.caseload.takeOn(viewer, person, today);
      await this.duplicates.settle(viewer, person, registration.answers ?? []);
      await this.tell(viewer, person, origin);
      return person;
    });
  }

  change(viewer: Viewer, personId: string, version: number, facts: Partial<PersonFacts>): Promise<Person> {
    return this.unitOfWork.run(async () => {
      const person = await getPersonForChange(this.persons, viewer, personId);
      if (person.status === 'merged') {
        throw ruleBroken('PERSON_MERGED', 'This record was joined with another one; change that one.', { mergedIntoId: person.mergedIntoId });
      }
      const change = await this.checked(facts, await this.centres.todayAt(person.centreId));
      assertVersion(person, version, change);
      await this.persons.change(personId, { ...change, changedAt: this.clock.now(), version: version + 1 });
      await this.filing.refresh(personId);
      await this.duplicates.settle(viewer, person, []);
      await this.audit.record(viewer, {
        action: 'person.changed', subjectType: 'person', subjectId: personId, personId, centreId: person.centreId, details: { fields: Object.keys(change) },
      });
      return this.alreadyThere(viewer, personId);
    });
  }

  private personOf(viewer: Viewer, { id, centreId, consents = [] }: NewPerson, facts: Partial<Person>, reference: string, today: string, hasContact: boolean): Person {
    const now = this.clock.now();
    const person = { ...emptyPerson, ...facts, id, centreId, reference, registeredOn: today, registeredBy: viewer.userId, createdAt: now, changedAt: now } as Person;
    const missing = missingParts({ ...person, birth: birthOf(person), hasContact, consentAsked: consents.length > 0 });
    return { ...person, status: statusOf(missing), searchText: searchTextOf([...namesOf(person), ...(person.nickname ? [person.nickname] : [])]) };
  }

  private async addAll(viewer: Viewer, person: Person, { documents = [], consents = [] }: NewPerson): Promise<void> {
    for (const document of documents) {
      await this.documents.add(person, document);
    }
    for (const consent of consents) {
      await this.consents.add(viewer, person, consent);
    }
  }

  /** Somebody new is filed by what is known here; documents are filed by their hashes, which only the database has. */
  private async file(person: Person, phones: readonly string[], { documents = [], consents = [] }: NewPerson): Promise<void> {
    if (documents.length + consents.length > 0) {
      await this.filing.refresh(person.id);
      return;
    }
    const filed = comparable({ names: namesOf(person), birth: birthOf(person), sex: person.sex, phones, documents: [], address: person.addressText });
    await this.keys.addMany([{ personId: person.id, centreId: person.centreId, keys: blockingKeys(filed) }]);
  }

  private async tell(viewer: Viewer, person: Person, origin: Origin): Promise<void> {
    const { id, centreId, intakeSource, urgentConcern } = person;
    await this.people.addFirstLines([person], `people.${origin}`);
    await this.audit.record(viewer, { action: `person.${origin}`, subjectType: 'person', subjectId: id, personId: id, centreId });
    await this.events.announce(new PersonRegistered(id, centreId, intakeSource, urgentConcern));
  }

  /** Found by the id that the client made. Somebody else's person with that id is not told about. */
  private async alreadyThere(viewer: Viewer, id: string): Promise<Person> {
    const person = await this.persons.find(viewer, id);
    if (!person) {
      throw personNotFound();
    }
    return person;
  }

  private async referenceFor(id: string, offered: string | undefined): Promise<string> {
    if (offered !== undefined) {
      const reference = readReference(offered);
      if (!reference) {
        throw ruleBroken('REFERENCE_INVALID', 'A digit of the reference is wrong.');
      }
      const taken = (await this.people.takenReferences([reference])).has(reference) && (await this.persons.findAnyones(id))?.reference !== reference;
      if (taken) {
        throw conflict('REFERENCE_TAKEN', 'Somebody else has this reference; make another one.');
      }
      return reference;
    }
    for (;;) {
      const reference = mintReference(randomBytes(8));
      if (!(await this.people.takenReferences([reference])).has(reference)) {
        return reference;
      }
    }
  }

  /** The columns to write for the facts that were given; those not mentioned are left alone. */
  private async checked(facts: Partial<PersonFacts>, today: string): Promise<Partial<Person>> {
    const { birth, presentingIssue, fullName, languages, alsoKnownAs, ...rest } = onlyFacts(facts);
    if (birth && readPartialDate(birth.date, today) === null) {
      throw ruleBroken('BIRTH_DATE_IMPOSSIBLE', 'Nobody who comes today was born on this day.');
    }
    if (rest.adminAreaCode && !(await this.adminAreas.exists(rest.adminAreaCode))) {
      throw ruleBroken('ADMIN_AREA_UNKNOWN', 'This province is not known.');
    }
    return {
      ...rest,
      ...(fullName === undefined ? {} : { fullName: normaliseText(fullName) }),
      ...(languages ? { languages: [...languages] } : {}),
      ...(alsoKnownAs ? { alsoKnownAs: alsoKnownAs.map(normaliseText) } : {}),
      ...(birth === undefined ? {} : { birthDate: birth?.date ?? null, birthPrecision: birth?.precision ?? null }),
      ...(presentingIssue === undefined ? {} : { presentingIssueSealed: presentingIssue ? this.cipher.encrypt(presentingIssue) : null }),
    };
  }
}

const FACT_NAMES: readonly (keyof PersonFacts)[] = [
  'fullName', 'latinName', 'givenName', 'familyName', 'nickname', 'alsoKnownAs', 'sex', 'birth', 'ageInDoubt', 'accompaniedBy', 'guardianImplicated', 'nationality',
  'languages', 'education', 'adminAreaCode', 'addressText', 'intakeSource', 'presentingIssue', 'urgentConcern',
];

const onlyFacts = (facts: Partial<PersonFacts>): Partial<PersonFacts> =>
  Object.fromEntries(FACT_NAMES.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]]));

const emptyPerson = {
  latinName: null, givenName: null, familyName: null, nickname: null, alsoKnownAs: [], sex: 'unknown', birthDate: null, birthPrecision: null, ageInDoubt: false,
  accompaniedBy: null, guardianImplicated: null, nationality: null, languages: [], education: null, adminAreaCode: null, addressText: null, intakeSource: null,
  presentingIssueSealed: null, urgentConcern: false, status: 'incomplete', searchText: '', mergedIntoId: null, version: 1,
} as const;
