import { Injectable } from '@nestjs/common';
import { newId, PreparedSql } from '@sampan/kernel';
import type { ReadContact } from '../contacts/contacts.service';
import type { Person } from './person.entity';

/** People written in bulk, with what belongs to them: a statement per table, however many there are. */
@Injectable()
export class NewPeopleRepository {
  constructor(private readonly sql: PreparedSql) {}

  /** Those of the references that somebody has already. */
  async takenReferences(references: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.sql.rows<{ reference: string }>('SELECT reference FROM person WHERE reference = ANY($1)', [[...references]]);
    return new Set(rows.map(({ reference }) => reference));
  }

  /** The ids of those who were written; whoever was there already is not among them. */
  async add(people: readonly Person[]): Promise<ReadonlySet<string>> {
    const rows = await this.sql.insertMany<{ id: string }>('person', people.map(toRow), { unless: 'ON CONFLICT DO NOTHING', returning: 'id' });
    return new Set(rows.map(({ id }) => id));
  }

  async addContacts(contacts: readonly (ReadContact & { readonly person: Person })[]): Promise<void> {
    await this.sql.insertMany(
      'contact',
      contacts.map(({ person, kind, value, id = newId(), whose = 'self', safeToCall = null, safeWhen = null, whoMayAnswer = null }) => ({
        id, person_id: person.id, centre_id: person.centreId, kind, value, whose, safe_to_call: safeToCall, safe_when: safeWhen, who_may_answer: whoMayAnswer,
        created_at: person.createdAt, version: 1,
      })),
    );
  }

  async addDocuments(documents: readonly { readonly person: Person; readonly numberSealed: string; readonly numberHash: string }[]): Promise<void> {
    await this.sql.insertMany(
      'identity_document',
      documents.map(({ person, numberSealed, numberHash }) => ({
        id: newId(), person_id: person.id, centre_id: person.centreId, type: 'other', number_sealed: numberSealed, number_hash: numberHash, status: 'held', created_at: person.createdAt,
      })),
      { unless: 'ON CONFLICT DO NOTHING' },
    );
  }

  async addFirstLines(people: readonly Person[], kind: string): Promise<void> {
    await this.sql.insertMany(
      'timeline_entry',
      people.map(({ id, centreId, createdAt }) => ({
        id: newId(), person_id: id, centre_id: centreId, at: createdAt, kind, fact: 'fact.identity', data: {}, source_type: 'person', source_id: id,
      })),
      { unless: 'ON CONFLICT DO NOTHING' },
    );
  }
}

const toRow = (person: Person): Record<string, unknown> => ({
  id: person.id, centre_id: person.centreId, reference: person.reference, full_name: person.fullName, latin_name: person.latinName, given_name: person.givenName,
  family_name: person.familyName, nickname: person.nickname, also_known_as: person.alsoKnownAs, sex: person.sex, birth_date: person.birthDate, birth_precision: person.birthPrecision,
  age_in_doubt: person.ageInDoubt, accompanied_by: person.accompaniedBy, guardian_implicated: person.guardianImplicated, nationality: person.nationality, languages: person.languages, education: person.education,
  admin_area_code: person.adminAreaCode, address_text: person.addressText, intake_source: person.intakeSource, presenting_issue_sealed: person.presentingIssueSealed,
  urgent_concern: person.urgentConcern, status: person.status, search_text: person.searchText, registered_on: person.registeredOn, registered_by: person.registeredBy,
  created_at: person.createdAt, changed_at: person.changedAt, version: person.version,
});
