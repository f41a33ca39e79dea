import { Injectable } from '@nestjs/common';
import { Clock, newId, PreparedSql, UnitOfWork, type Viewer } from '@sampan/kernel';

export interface Deed {
  /** `<noun>.<past participle>`, such as `enrolment.withdrawn` or `person.opened`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly personId?: string | null;
  readonly centreId?: string | null;
  /** No personal data: field names, codes, counts, and the reason somebody gave for opening a level-3 section. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A deed that is noted by the statement that reads its subject. The columns are of the row source `from`. */
export interface NotedRow {
  readonly action: string;
  readonly subjectType: string;
  readonly from: string;
  readonly subject: string;
  readonly person: string;
  readonly centre: string;
}

const COLUMNS = 'id, at, viewer_id, action, subject_type, request_id, details, subject_id, person_id, centre_id';

/** Records deeds. Call it inside the unit of work of the deed, so that there is never one without the other. */
@Injectable()
export class Audit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: PreparedSql,
    private readonly clock: Clock,
  ) {}

  async record(viewer: Viewer, deed: Deed): Promise<void> {
    await this.sql.rows(`INSERT INTO audit_entry (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [
      ...this.who(viewer, { ...deed, details: { ...deed.details, ...byException(viewer, deed.personId) } }), deed.subjectId, deed.personId ?? null, deed.centreId ?? null,
    ]);
  }

  /** The same for many deeds at once. */
  async recordMany(viewer: Viewer, deeds: readonly Deed[]): Promise<void> {
    await this.sql.insertMany(
      'audit_entry',
      deeds.map((deed) => ({
        id: newId(), at: this.clock.now(), viewer_id: viewer.userId, action: deed.action, subject_type: deed.subjectType, request_id: viewer.requestId ?? null,
        details: { ...deed.details, ...(viewer.apiTokenId ? { apiToken: viewer.apiTokenId } : {}), ...byException(viewer, deed.personId) },
        subject_id: deed.subjectId, person_id: deed.personId ?? null, centre_id: deed.centreId ?? null,
      })),
    );
  }

  /**
   * The same as {@link record} as a part of a larger statement (`WITH row AS (…), note AS (this)`): one round trip, and
   * nobody can read without being noted.
   * @param from the number of the first free parameter
   */
  noteSql(viewer: Viewer, row: NotedRow, from: number): { readonly sql: string; readonly parameters: readonly unknown[] } {
    const parameters = this.who(viewer, row);
    const casts = ['uuid', 'timestamptz', 'uuid', 'text', 'text', 'text', 'jsonb'].map((type, place) => `$${from + place}::${type}`).join(', ');
    const exceptions = viewer.alsoReaches?.length ? [[...viewer.alsoReaches]] : [];
    const mark = exceptions.length > 0 ? ` || CASE WHEN ${row.person} = ANY($${from + parameters.length}::uuid[]) THEN '{"breakGlass": true}'::jsonb ELSE '{}'::jsonb END` : '';
    return {
      sql: `INSERT INTO audit_entry (${COLUMNS}) SELECT ${casts}${mark}, ${row.subject}, ${row.person}, ${row.centre} FROM ${row.from}`,
      parameters: [...parameters, ...exceptions],
    };
  }

  private who(viewer: Viewer, { action, subjectType, details }: Pick<Deed, 'action' | 'subjectType' | 'details'>): unknown[] {
    const all = { ...details, ...(viewer.apiTokenId ? { apiToken: viewer.apiTokenId } : {}) };
    return [newId(), this.clock.now(), viewer.userId, action, subjectType, viewer.requestId ?? null, JSON.stringify(all)];
  }

  /** When each of these users last did this themselves; who never did is not in the answer. */
  async lastBy(userIds: readonly string[], action: string): Promise<ReadonlyMap<string, Date>> {
    const rows = (await this.unitOfWork.manager.query(
      `SELECT who.id, last.at FROM unnest($1::uuid[]) AS who (id)
       CROSS JOIN LATERAL (SELECT at FROM audit_entry WHERE viewer_id = who.id AND action = $2 ORDER BY at DESC LIMIT 1) AS last`,
      [[...userIds], action],
    )) as { id: string; at: Date }[];
    return new Map(rows.map(({ id, at }) => [id, at]));
  }
}

/** What somebody did to a person whom they see by a break-glass says so by itself. */
const byException = (viewer: Viewer, personId: string | null | undefined): { breakGlass?: true } => (personId && viewer.alsoReaches?.includes(personId) ? { breakGlass: true } : {});
