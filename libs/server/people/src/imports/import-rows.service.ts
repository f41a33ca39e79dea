import { Injectable } from '@nestjs/common';
import { Cipher, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import type { Comparable } from '../duplicates/comparable.rules';
import { Duplicates, type Match, type TypedFacts } from '../duplicates/duplicates.service';
import { People } from '../persons/people.service';
import type { ImportRow, RowMatch } from './import-row.entity';
import type { Import } from './import.entity';
import { readRow, type ReadRow, type RowContext, type RowFacts } from './read-row.rules';

/** Reads rows, and finds whom they may be among the people already known. */
@Injectable()
export class ImportRows {
  constructor(
    private readonly duplicates: Duplicates,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly cipher: Cipher,
  ) {}

  async contextOf({ centreId, columns, mapping }: Import): Promise<RowContext> {
    return { columns, mapping, country: await this.centres.countryOf(centreId), today: await this.centres.todayAt(centreId) };
  }

  read(row: Pick<ImportRow, 'cellsSealed'>, context: RowContext): ReadRow {
    return readRow(JSON.parse(this.cipher.decrypt(row.cellsSealed)) as string[], context);
  }

  /**
   * For each of some rows, in their order: the likely people among those whom the viewer may see, and the others, who are
   * queued for a steward when the person is made.
   */
  async knownMatches(viewer: Viewer, people: readonly Comparable[]): Promise<{ readonly seen: RowMatch[]; readonly unseen: Match[] }[]> {
    const all = await this.duplicates.matchesOfMany(people);
    const visible = await this.people.summaries(viewer, [...new Set(all.flat().map(({ personId }) => personId))]);
    return all.map((matches) => ({
      seen: matches.filter(({ personId }) => visible.has(personId)).map(({ personId, score, reasons }) => ({ personId, rowNumber: null, score, reasons })),
      unseen: matches.filter(({ personId }) => !visible.has(personId)),
    }));
  }

  comparableOf(facts: RowFacts, country: string): Comparable {
    return this.duplicates.comparableOf(typedFacts(facts), country);
  }
}

const typedFacts = (facts: RowFacts): TypedFacts => ({
  names: [facts.fullName, ...(facts.latinName ? [facts.latinName] : [])],
  birth: facts.birth,
  sex: facts.sex,
  phones: facts.phone ? [facts.phone] : [],
  documentNumbers: facts.documentNumber ? [facts.documentNumber] : [],
  addressText: facts.address,
});
