import { Injectable } from '@nestjs/common';
import { Clock, decodeCursor, dayIn, toPage, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { searchForms, suggestLatinName } from '../names/name.rules';
import { asciiDigits, scriptOf } from '../names/script.rules';
import { birthOf, treatAsMinor } from './partial-date.rules';
import type { PersonStatus, Sex } from './person.rules';
import type { Person } from './person.entity';
import type { PersonRow } from './person-columns';
import { PersonListsRepository } from './person-lists.repository';
import { personNotFound, PersonsRepository } from './persons.repository';

/** As much of a person as any room needs to name them. */
export interface PersonSummary {
  readonly id: string;
  readonly reference: string;
  readonly fullName: string;
  readonly latinName: string | null;
  readonly birthYear: number | null;
  readonly sex: Sex;
  readonly centreId: string;
  readonly treatAsMinor: boolean;
}

export interface PeopleQuery {
  readonly text?: string | undefined;
  readonly centreIds: readonly string[];
  readonly statuses: readonly PersonStatus[];
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export type ListedPerson = PersonRow & { readonly treatAsMinor: boolean };

const SEARCHED_BY_DEFAULT: readonly PersonStatus[] = ['incomplete', 'complete'];

/** Whom we serve. Everybody above asks here who somebody is; nobody else reads the table. */
@Injectable()
export class People {
  constructor(
    private readonly persons: PersonsRepository,
    private readonly lists: PersonListsRepository,
    private readonly centres: Centres,
    private readonly clock: Clock,
  ) {}

  /** Throws PERSON_NOT_FOUND when there is nobody, or nobody whom the viewer may see. */
  async getSummary(viewer: Viewer, personId: string): Promise<PersonSummary> {
    const summary = (await this.summaries(viewer, [personId])).get(personId);
    if (!summary) {
      throw personNotFound();
    }
    return summary;
  }

  /** By id; those whom the viewer may not see are simply missing. */
  async summaries(viewer: Viewer, ids: readonly string[]): Promise<Map<string, PersonSummary>> {
    const rows = ids.length === 0 ? [] : await this.lists.byIds(viewer, ids);
    const listed = await this.withAges(rows);
    return new Map(listed.map((row) => [row.id, toSummary(row)]));
  }

  /** The person's own id and those of the records that were merged into it: what a room knows may stand under any. */
  recordsOf(personId: string): Promise<string[]> {
    return this.persons.recordsOf(personId);
  }

  async search(viewer: Viewer, { text = '', centreIds, statuses, cursor, limit }: PeopleQuery): Promise<Page<ListedPerson>> {
    const digits = asciiDigits(text).replace(/[\s\-–]/gu, '');
    const isReference = /^\d{3,9}$/u.test(digits);
    const position = decodeCursor(cursor, 'text', 'id');
    const rows = await this.lists.search(
      viewer,
      {
        words: isReference ? [] : wordsOf(text),
        reference: isReference ? digits : null,
        centreIds,
        statuses: statuses.length > 0 ? statuses : SEARCHED_BY_DEFAULT,
      },
      position,
      limit + 1,
    );
    return toPage(await this.withAges(rows), limit, position, ({ fullName, id }) => [fullName, id], (row) => row);
  }

  private async withAges(rows: readonly PersonRow[]): Promise<ListedPerson[]> {
    const centreIds = [...new Set(rows.map(({ centreId }) => centreId))];
    const now = this.clock.now();
    const today = new Map(await Promise.all(centreIds.map(async (id) => [id, dayIn(now, await this.centres.zoneOf(id))] as const)));
    return rows.map((row) => ({ ...row, treatAsMinor: treatAsMinor(birthOf(row), row.ageInDoubt, today.get(row.centreId) ?? '') }));
  }
}

/** Each word typed must be found; a text in two alphabets is looked for as typed. */
const wordsOf = (text: string): string[] => (searchForms(text).at(-1) ?? '').split(' ').filter(Boolean);

/** A spelling that a colleague can read, when nobody has written one down. */
export const readableName = ({ fullName, latinName }: Pick<Person, 'fullName' | 'latinName'>): string | null =>
  latinName ?? (scriptOf(fullName) === 'latin' ? null : suggestLatinName(fullName) || null);

const toSummary = (row: ListedPerson): PersonSummary => ({
  id: row.id,
  reference: row.reference,
  fullName: row.fullName,
  latinName: readableName(row),
  birthYear: row.birthDate ? Number(row.birthDate.slice(0, 4)) : null,
  sex: row.sex,
  centreId: row.centreId,
  treatAsMinor: row.treatAsMinor,
});
