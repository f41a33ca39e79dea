import { Injectable } from '@nestjs/common';
import { can, Cipher, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { birthOf, leastAge, treatAsMinor } from './partial-date.rules';
import { People } from './people.service';
import { PersonFiling } from './person-filing.service';
import type { Person } from './person.entity';
import type { IntakePart } from './person.rules';

/** A person as their file shows them, before it is decided who may see which part. */
export interface PersonFile {
  readonly person: Person;
  readonly presentingIssue: string | null;
  readonly missing: IntakePart[];
  readonly age: number | null;
  readonly treatAsMinor: boolean;
}

/** Puts a person's file together. */
@Injectable()
export class PersonFiles {
  constructor(
    private readonly people: People,
    private readonly filing: PersonFiling,
    private readonly centres: Centres,
    private readonly cipher: Cipher,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  open(viewer: Viewer, personId: string): Promise<PersonFile> {
    return this.unitOfWork.run(async () => this.of(viewer, await this.people.open(viewer, personId)));
  }

  async of(viewer: Viewer, person: Person): Promise<PersonFile> {
    const today = await this.centres.todayAt(person.centreId);
    const birth = birthOf(person);
    const sealed = can(viewer, 'fact.protection') ? person.presentingIssueSealed : null;
    return {
      person,
      presentingIssue: sealed === null ? null : this.cipher.decrypt(sealed),
      missing: await this.filing.missing(person),
      age: birth ? leastAge(birth, today) : null,
      treatAsMinor: treatAsMinor(birth, person.ageInDoubt, today),
    };
  }
}
