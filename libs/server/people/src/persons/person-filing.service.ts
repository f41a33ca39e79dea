import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { Consent } from '../consents/consent.entity';
import { Contact } from '../contacts/contact.entity';
import { blockingKeys } from '../duplicates/blocking-key.rules';
import { ComparablesRepository, namesOf } from '../duplicates/comparables.repository';
import { PersonKeysRepository } from '../duplicates/person-keys.repository';
import { searchTextOf } from '../names/name.rules';
import { birthOf } from './partial-date.rules';
import type { Person } from './person.entity';
import { missingParts, statusOf, type IntakePart } from './person.rules';
import { PersonsRepository } from './persons.repository';

/** Files a person anew after a change: under which keys and words they are found, and whether the intake is complete. */
@Injectable()
export class PersonFiling {
  constructor(
    private readonly persons: PersonsRepository,
    private readonly keys: PersonKeysRepository,
    private readonly comparables: ComparablesRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async refresh(personId: string): Promise<void> {
    const person = await this.persons.findAnyones(personId);
    if (!person || person.status === 'merged') {
      return;
    }
    const [known] = await this.comparables.list([personId]);
    await this.keys.replace(personId, person.centreId, known ? blockingKeys(known.comparable) : []);
    await this.persons.change(personId, { searchText: await this.searchText(person), status: statusOf(await this.missing(person)) });
  }

  async missing(person: Person): Promise<IntakePart[]> {
    const { manager } = this.unitOfWork;
    return missingParts({
      sex: person.sex,
      birth: birthOf(person),
      ageInDoubt: person.ageInDoubt,
      nationality: person.nationality,
      languages: person.languages,
      hasContact: await manager.existsBy(Contact, { personId: person.id }),
      consentAsked: await manager.existsBy(Consent, { personId: person.id }),
    });
  }

  /** With the names of the records that were merged into this one, so that they are still found. */
  private async searchText(person: Person): Promise<string> {
    const merged = (await this.persons.recordsOf(person.id)).filter((id) => id !== person.id);
    const others = merged.length > 0 ? await this.persons.listAnyones(merged) : [];
    return searchTextOf([person, ...others].flatMap((record) => [...namesOf(record), ...(record.nickname ? [record.nickname] : [])]));
  }
}
