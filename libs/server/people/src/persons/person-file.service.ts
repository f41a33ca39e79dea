import { Injectable } from '@nestjs/common';
import { can, Cipher, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { birthOf, leastAge, treatAsMinor } from './partial-date.rules';
import { PersonFilesRepository, type PersonWithParts } from './person-files.repository';
import type { Person } from './person.entity';
import { missingParts, type IntakePart } from './person.rules';
import { personNotFound } from './persons.repository';

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
    private readonly files: PersonFilesRepository,
    private readonly centres: Centres,
    private readonly cipher: Cipher,
  ) {}

  /** Opens the file of a person, which is written down. */
  async open(viewer: Viewer, personId: string): Promise<PersonFile> {
    return this.present(viewer, await this.files.open(viewer, personId));
  }

  /** The file of somebody whom the viewer has just written. */
  async of(viewer: Viewer, { id }: Pick<Person, 'id'>): Promise<PersonFile> {
    return this.present(viewer, await this.files.read(viewer, id));
  }

  private async present(viewer: Viewer, file: PersonWithParts | null): Promise<PersonFile> {
    if (!file) {
      throw personNotFound();
    }
    const { person, hasContact, consentAsked } = file;
    const today = await this.centres.todayAt(person.centreId);
    const birth = birthOf(person);
    const sealed = can(viewer, 'fact.protection') ? person.presentingIssueSealed : null;
    return {
      person,
      presentingIssue: sealed === null ? null : this.cipher.decrypt(sealed),
      missing: missingParts({ ...person, birth, hasContact, consentAsked }),
      age: birth ? leastAge(birth, today) : null,
      treatAsMinor: treatAsMinor(birth, person.ageInDoubt, today),
    };
  }
}
