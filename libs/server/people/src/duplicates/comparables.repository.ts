import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { In, Not } from 'typeorm';
import { Contact } from '../contacts/contact.entity';
import { IdentityDocument } from '../identifiers/identity-document.entity';
import { birthOf } from '../persons/partial-date.rules';
import { Person } from '../persons/person.entity';
import { comparable, type Comparable } from './comparable.rules';

export interface KnownPerson {
  readonly id: string;
  readonly centreId: string;
  readonly comparable: Comparable;
}

/** People in the form in which they are compared, read in three queries however many there are. */
@Injectable()
export class ComparablesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(ids: readonly string[]): Promise<KnownPerson[]> {
    if (ids.length === 0) {
      return [];
    }
    const { manager } = this.unitOfWork;
    const persons = await manager.findBy(Person, { id: In([...ids]), status: Not('merged') });
    const contacts = await manager.findBy(Contact, { personId: In([...ids]) });
    const documents = await manager.findBy(IdentityDocument, { personId: In([...ids]) });
    return persons.map((person) => ({
      id: person.id,
      centreId: person.centreId,
      comparable: comparable({
        names: namesOf(person),
        birth: birthOf(person),
        sex: person.sex,
        phones: contacts.filter(({ personId }) => personId === person.id).map(({ value }) => value),
        documents: documents.filter(({ personId }) => personId === person.id).map(({ numberHash }) => numberHash),
        address: person.addressText,
      }),
    }));
  }
}

export const namesOf = ({ fullName, latinName, alsoKnownAs }: Pick<Person, 'fullName' | 'latinName' | 'alsoKnownAs'>): string[] => [
  fullName,
  ...(latinName ? [latinName] : []),
  ...alsoKnownAs,
];
