import { Injectable } from '@nestjs/common';
import { PreparedSql, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { reachSql } from '../caseload/reach';
import { WHOLE_PERSON } from './person-columns';
import type { Person } from './person.entity';

export interface PersonWithParts {
  readonly person: Person;
  readonly hasContact: boolean;
  readonly consentAsked: boolean;
}

type FileRow = Person & Pick<PersonWithParts, 'hasContact' | 'consentAsked'>;

const PARTS = `EXISTS (SELECT FROM contact c WHERE c.person_id = p.id) AS "hasContact", EXISTS (SELECT FROM consent k WHERE k.person_id = p.id) AS "consentAsked"`;

/** A person's file in one statement, together with the note that it was opened: there is never one without the other. */
@Injectable()
export class PersonFilesRepository {
  constructor(
    private readonly sql: PreparedSql,
    private readonly audit: Audit,
  ) {}

  async open(viewer: Viewer, personId: string): Promise<PersonWithParts | null> {
    const reach = reachSql(viewer, { centre: 'p.centre_id', person: 'p.id' }, 2);
    const note = this.audit.noteSql(
      viewer,
      { action: 'person.opened', subjectType: 'person', from: 'file', subject: 'file.id', person: 'file.id', centre: 'file."centreId"' },
      2 + reach.parameters.length,
    );
    const [row] = await this.sql.rows<FileRow>(
      `WITH file AS (SELECT ${WHOLE_PERSON}, ${PARTS} FROM person p WHERE p.id = $1 AND ${reach.sql}), note AS (${note.sql}) SELECT * FROM file`,
      [personId, ...reach.parameters, ...note.parameters],
    );
    return row ? withParts(row) : null;
  }

  /** Of somebody whom the caller has just written: no note, the deed itself is one. */
  async read(viewer: Viewer, personId: string): Promise<PersonWithParts | null> {
    const reach = reachSql(viewer, { centre: 'p.centre_id', person: 'p.id' }, 2);
    const [row] = await this.sql.rows<FileRow>(`SELECT ${WHOLE_PERSON}, ${PARTS} FROM person p WHERE p.id = $1 AND ${reach.sql}`, [personId, ...reach.parameters]);
    return row ? withParts(row) : null;
  }
}

const withParts = ({ hasContact, consentAsked, ...person }: FileRow): PersonWithParts => ({ person, hasContact, consentAsked });
