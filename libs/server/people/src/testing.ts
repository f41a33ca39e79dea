import { newId } from '@sampan/kernel';
import type { EntityManager } from 'typeorm';
import { CaseloadEntry } from './caseload/caseload-entry.entity';
import { Consent } from './consents/consent.entity';
import { Contact } from './contacts/contact.entity';
import { blockingKeys } from './duplicates/blocking-key.rules';
import { comparable, type ComparableFacts } from './duplicates/comparable.rules';
import { DuplicatePair } from './duplicates/duplicate-pair.entity';
import { inOrder } from './duplicates/duplicate-pair.rules';
import { PersonKey } from './duplicates/person-key.entity';
import { ImportRow } from './imports/import-row.entity';
import { Import } from './imports/import.entity';
import { searchTextOf } from './names/name.rules';
import { birthOf } from './persons/partial-date.rules';
import { mintReference } from './persons/person-reference.rules';
import { Person } from './persons/person.entity';

export { Person } from './persons/person.entity';

const AT = new Date('2026-01-05T03:00:00Z');
const chance = (): Uint8Array => Uint8Array.from(Buffer.from(newId().replaceAll('-', ''), 'hex').subarray(-8));

/** Tests share a database, and a few thousand people are enough for two to meet. */
const freeReference = async (manager: EntityManager): Promise<string> => {
  const reference = mintReference(chance());
  return (await manager.existsBy(Person, { reference })) ? freeReference(manager) : reference;
};

/** Somebody with a name and an adult's birth date, filed as registration files people. */
export const newPerson = async (manager: EntityManager, over: Partial<Person> & { centreId: string }): Promise<Person> => {
  const id = over.id ?? newId();
  const named = { fullName: 'Sok Dara', latinName: null, alsoKnownAs: [], birthDate: '1996-04-07', birthPrecision: 'day' as const, sex: 'female' as const, addressText: null, ...over };
  const names = [named.fullName, ...(named.latinName ? [named.latinName] : []), ...named.alsoKnownAs];
  await manager.insert(Person, {
    id, reference: await freeReference(manager), givenName: null, familyName: null, nickname: null, ageInDoubt: false, accompaniedBy: null, guardianImplicated: null,
    nationality: 'KH', languages: ['km'], education: null, adminAreaCode: null, intakeSource: 'walk-in', presentingIssueSealed: null, urgentConcern: false,
    status: 'complete', searchText: searchTextOf(names), registeredOn: '2026-01-05', registeredBy: newId(), mergedIntoId: null, createdAt: AT, changedAt: AT, version: 1,
    ...named,
  });
  const filed = comparable({ names, birth: birthOf(named), sex: named.sex, phones: [], documents: [], address: named.addressText });
  await manager.insert(PersonKey, blockingKeys(filed).map((key) => ({ ...key, personId: id, centreId: over.centreId })));
  return manager.findOneByOrFail(Person, { id });
};

/** An answer to a purpose; given, unless told otherwise. */
export const newConsent = async (manager: EntityManager, over: Partial<Consent> & Pick<Consent, 'personId' | 'centreId' | 'purpose'>): Promise<Consent> => {
  const id = over.id ?? newId();
  await manager.insert(Consent, {
    id, answer: 'given', basis: 'consent', noticeVersion: '2026-1', noticeLanguage: 'km', method: 'signature', givenBy: 'self', recipient: null, withhold: null,
    validUntil: null, explainedBy: newId(), recordedAt: AT, ...over, person: undefined,
  });
  return manager.findOneByOrFail(Consent, { id });
};

/** A phone that is safe to call, unless told otherwise. */
export const newContact = async (manager: EntityManager, person: Pick<Person, 'id' | 'centreId'>, over: Partial<Contact> = {}): Promise<Contact> => {
  const id = over.id ?? newId();
  await manager.insert(Contact, {
    id, personId: person.id, centreId: person.centreId, kind: 'phone', value: '+85512000001', whose: 'self', safeToCall: true, safeWhen: null, whoMayAnswer: null,
    createdAt: AT, version: 1, ...over, person: undefined,
  });
  return manager.findOneByOrFail(Contact, { id });
};

/** Puts a person into a worker's caseload. */
export const newCaseloadEntry = async (manager: EntityManager, person: Pick<Person, 'id' | 'centreId'>, userId: string, over: Partial<CaseloadEntry> = {}): Promise<CaseloadEntry> => {
  const id = over.id ?? newId();
  await manager.insert(CaseloadEntry, { id, personId: person.id, centreId: person.centreId, userId, role: 'social-worker', fromOn: '2026-01-05', toOn: null, ...over, person: undefined });
  return manager.findOneByOrFail(CaseloadEntry, { id });
};

/** A pair in the steward's queue. */
export const newDuplicatePair = async (manager: EntityManager, one: Pick<Person, 'id' | 'centreId'>, other: Pick<Person, 'id' | 'centreId'>): Promise<DuplicatePair> => {
  const id = newId();
  const [personId, otherPersonId] = inOrder(one.id, other.id);
  const centreOf = (personId: string): string => (personId === one.id ? one.centreId : other.centreId);
  await manager.insert(DuplicatePair, {
    id, personId, otherPersonId, centreId: centreOf(personId), otherCentreId: centreOf(otherPersonId), score: 0.9, reasons: [{ kind: 'name', value: 0.97 }],
    state: 'to-steward', decidedBy: null, decidedAt: null, keptPersonId: null, createdAt: AT,
  });
  return manager.findOneByOrFail(DuplicatePair, { id });
};

export { birthOf, mintReference };

/** What registration derives from the facts of a person, for those who write many people at once. */
export const fileAs = (facts: ComparableFacts) => ({ searchText: searchTextOf(facts.names), keys: blockingKeys(comparable(facts)) });

/** A register after its dry run, with one row that may be the same person as somebody known. `cellsSealed`: the JSON list of cells, sealed. */
export const newImport = async (manager: EntityManager, { centreId, state = 'checked', cellsSealed }: { centreId: string; state?: Import['state']; cellsSealed: string }) => {
  const [importId, rowId, known] = [newId(), newId(), await newPerson(manager, { centreId })];
  await manager.insert(Import, {
    id: importId, centreId, fileName: 'register.csv', columns: ['name'], mapping: [{ column: 0, target: 'fullName' }], rowCount: 1, state, jobId: null, createdBy: newId(),
    createdAt: AT, committedAt: null, undoneAt: null, version: 1,
  });
  await manager.insert(ImportRow, {
    id: rowId, importId, centreId, rowNumber: 2, cellsSealed, outcome: 'duplicate', problems: [], decision: null, decidedPersonId: null, personId: null, personVersion: null,
    beforeSealed: null, matches: [{ personId: known.id, rowNumber: null, score: 0.9, reasons: [{ kind: 'name', value: 1 }] }],
  });
  return { importId, rowId, knownPersonId: known.id };
};
