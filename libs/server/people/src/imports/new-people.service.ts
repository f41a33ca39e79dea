import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Cipher, Clock, Events, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { blockingKeys } from '../duplicates/blocking-key.rules';
import type { Comparable } from '../duplicates/comparable.rules';
import { Duplicates, type Match } from '../duplicates/duplicates.service';
import { PersonKeysRepository } from '../duplicates/person-keys.repository';
import { ExternalIds } from '../identifiers/external-ids';
import { DOCUMENT_HASH, plainNumber } from '../identifiers/identity-document.rules';
import { searchTextOf } from '../names/name.rules';
import { NewPeopleRepository } from '../persons/new-people.repository';
import { mintReference } from '../persons/person-reference.rules';
import type { Person } from '../persons/person.entity';
import { PersonRegistered } from '../persons/person.events';
import { missingParts, statusOf } from '../persons/person.rules';
import type { RowFacts } from './read-row.rules';

export interface NewRowPerson {
  /** The row's id, which becomes the person's. */
  readonly id: string;
  readonly facts: RowFacts;
  readonly comparable: Comparable;
  /** Likely people whom the viewer may not see: a steward decides. */
  readonly unseen: readonly Match[];
}

/**
 * Registers the people of many rows at once, as {@link Registration} registers one of them with these facts: nobody was
 * asked anything and no consent was given. Inside the caller's unit of work.
 */
@Injectable()
export class NewPeople {
  constructor(
    private readonly people: NewPeopleRepository,
    private readonly keys: PersonKeysRepository,
    private readonly externalIds: ExternalIds,
    private readonly duplicates: Duplicates,
    private readonly cipher: Cipher,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The ids of those who were made; the others were there already. */
  async register(viewer: Viewer, centreId: string, today: string, rows: readonly NewRowPerson[]): Promise<ReadonlySet<string>> {
    if (rows.length === 0) {
      return new Set();
    }
    const references = await this.freeReferences(rows.length);
    const people = rows.map((row, place) => this.personOf(viewer, centreId, today, row, references[place] ?? ''));
    const added = await this.people.add(people);
    const made = rows.flatMap((row, place) => (added.has(row.id) ? [{ ...row, person: people[place] as Person }] : []));
    await this.people.addContacts(made.flatMap(({ person, facts: { phone } }) => (phone ? [{ person, kind: 'phone' as const, value: phone }] : [])));
    await this.people.addDocuments(made.flatMap(({ person, facts: { documentNumber } }) => (documentNumber ? [{ person, ...this.sealed(documentNumber) }] : [])));
    await this.externalIds.addMany(made.flatMap(({ id, facts: { externalId } }) => (externalId ? [{ personId: id, centreId, value: externalId }] : [])));
    await this.keys.addMany(made.map(({ id, comparable }) => ({ personId: id, centreId, keys: blockingKeys(asFiled(comparable)) })));
    await this.people.addFirstLines(made.map(({ person }) => person), 'people.imported');
    await this.audit.recordMany(viewer, made.map(({ id }) => ({ action: 'person.imported', subjectType: 'person', subjectId: id, personId: id, centreId })));
    for (const { id, person, unseen } of made) {
      for (const match of unseen) {
        await this.duplicates.remember(viewer, { id, centreId }, match, 'to-steward');
      }
      await this.events.announce(new PersonRegistered(id, centreId, person.intakeSource, person.urgentConcern));
    }
    return added;
  }

  private personOf(viewer: Viewer, centreId: string, today: string, { id, facts }: NewRowPerson, reference: string): Person {
    const now = this.clock.now();
    const languages = facts.language ? [facts.language] : [];
    const missing = missingParts({
      sex: facts.sex, birth: facts.birth, ageInDoubt: false, nationality: facts.nationality, languages, hasContact: facts.phone !== null, consentAsked: false,
    });
    return {
      id, centreId, reference, fullName: facts.fullName, latinName: facts.latinName, givenName: facts.givenName, familyName: facts.familyName, nickname: facts.nickname, alsoKnownAs: [],
      sex: facts.sex, birthDate: facts.birth?.date ?? null, birthPrecision: facts.birth?.precision ?? null, ageInDoubt: false, accompaniedBy: null, guardianImplicated: null,
      nationality: facts.nationality, languages, education: null, adminAreaCode: null, addressText: facts.address, intakeSource: 'import', presentingIssueSealed: null,
      urgentConcern: false, status: statusOf(missing), searchText: searchTextOf([facts.fullName, facts.latinName, facts.nickname].flatMap((name) => name ?? [])), registeredOn: today,
      registeredBy: viewer.userId, mergedIntoId: null, createdAt: now, changedAt: now, version: 1,
    };
  }

  private sealed(number: string): { numberSealed: string; numberHash: string } {
    return { numberSealed: this.cipher.encrypt(number.trim()), numberHash: this.cipher.keyedHash(DOCUMENT_HASH, plainNumber(number)) };
  }

  private async freeReferences(count: number): Promise<string[]> {
    const free = new Set<string>();
    while (free.size < count) {
      const minted = Array.from({ length: count - free.size }, () => mintReference(randomBytes(8)));
      const taken = await this.people.takenReferences(minted);
      minted.filter((reference) => !taken.has(reference)).forEach((reference) => free.add(reference));
    }
    return [...free];
  }
}

/** A row is looked up under every key of the cipher and filed under the present one, which comes first. */
const asFiled = (comparable: Comparable): Comparable => (comparable.documents.length > 1 ? { ...comparable, documents: comparable.documents.slice(0, 1) } : comparable);
