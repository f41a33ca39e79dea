import { Injectable } from '@nestjs/common';
import { Cipher, PreparedSql } from '@sampan/kernel';
import type { IdentityDocument } from '../identifiers/identity-document.entity';
import { DOCUMENT_HASH, plainNumber } from '../identifiers/identity-document.rules';
import { birthOf } from '../persons/partial-date.rules';
import type { Person } from '../persons/person.entity';
import { comparable, type Comparable } from './comparable.rules';

export interface KnownPerson {
  readonly id: string;
  readonly centreId: string;
  readonly comparable: Comparable;
}

/** People in the form in which they are compared, read in one query however many there are. */
@Injectable()
export class ComparablesRepository {
  constructor(
    private readonly sql: PreparedSql,
    private readonly cipher: Cipher,
  ) {}

  /** @param documentsHashed as they are filed, or by every key as well, so that others who are filed under a former one are met */
  async list(ids: readonly string[], documentsHashed: 'as filed' | 'by every key' = 'as filed'): Promise<KnownPerson[]> {
    if (ids.length === 0) {
      return [];
    }
    const rows = await this.sql.rows<ComparedRow>(
      `SELECT p.id, p.centre_id AS "centreId", p.full_name AS "fullName", p.latin_name AS "latinName", p.also_known_as AS "alsoKnownAs", p.birth_date::text AS "birthDate",
         p.birth_precision AS "birthPrecision", p.sex, p.address_text AS "addressText", ARRAY(SELECT c.value FROM contact c WHERE c.person_id = p.id) AS phones,
         (SELECT json_agg(json_build_object('numberHash', d.number_hash, 'numberSealed', d.number_sealed)) FROM identity_document d WHERE d.person_id = p.id) AS documents
       FROM person p WHERE p.id = ANY($1) AND p.status <> 'merged'`,
      [[...ids]],
    );
    return rows.map(({ id, centreId, phones, documents, ...person }) => ({
      id,
      centreId,
      comparable: comparable({
        names: namesOf(person),
        birth: birthOf(person),
        sex: person.sex,
        phones,
        documents: (documents ?? []).flatMap((document) => (documentsHashed === 'as filed' ? document.numberHash : this.hashesOf(document))),
        address: person.addressText,
      }),
    }));
  }

  private hashesOf({ numberHash, numberSealed }: FiledDocument): string[] {
    return this.cipher.keyIds.length === 1 ? [numberHash] : [numberHash, ...this.cipher.keyedHashes(DOCUMENT_HASH, plainNumber(this.cipher.decrypt(numberSealed)))];
  }
}

type FiledDocument = Pick<IdentityDocument, 'numberHash' | 'numberSealed'>;

type ComparedRow = Pick<Person, 'id' | 'centreId' | 'fullName' | 'latinName' | 'alsoKnownAs' | 'birthDate' | 'birthPrecision' | 'sex' | 'addressText'> & {
  readonly phones: readonly string[];
  readonly documents: readonly FiledDocument[] | null;
};

export const namesOf = ({ fullName, latinName, alsoKnownAs }: Pick<Person, 'fullName' | 'latinName' | 'alsoKnownAs'>): string[] => [
  fullName,
  ...(latinName ? [latinName] : []),
  ...alsoKnownAs,
];
