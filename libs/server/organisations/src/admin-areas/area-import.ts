import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { Audit, namedRows } from '@sampan/platform';
import { CountriesOfNode } from '../countries/countries-of-node';
import type { AdminArea } from './admin-area.entity';
import { parentsFirst, readAreaLine, sameArea, whyNotAmong } from './area-line.rules';
import { toAreaFileDto, type AreaFileDto, type AreaOutcome, type AreasQuery, type ImportedAreaDto } from './area.dto';
import { AreasRepository } from './areas.repository';

const MOST_AREAS = 20_000;

export interface AreaFile {
  readonly country: string;
  readonly content: Buffer;
  /** A dry run writes nothing; its outcome is what a real one would be. */
  readonly dryRun: boolean;
}

/** Admin areas as an administrator keeps them: the list, and a country's areas from a file, in any order. */
@Injectable()
export class AreaImport {
  constructor(
    private readonly areas: AreasRepository,
    private readonly countries: CountriesOfNode,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  list(query: AreasQuery): Promise<Page<AreaFileDto>> {
    return this.areas.list(query, toAreaFileDto);
  }

  run(viewer: Viewer, file: AreaFile): Promise<ImportedAreaDto[]> {
    return this.unitOfWork.run(async () => {
      await this.countries.mustBeWithin(viewer, file.country);
      const { outcomes, wanted } = await this.weigh(file);
      if (!file.dryRun) {
        await this.areas.keep(wanted);
        await this.audit.record(viewer, { action: 'admin-area.imported', subjectType: 'admin-area', subjectId: null, details: { country: file.country, ...countsOf(outcomes) } });
      }
      return outcomes;
    });
  }

  /** What would become of each row; good rows do not wait for bad ones. */
  private async weigh({ country, content }: AreaFile): Promise<{ outcomes: ImportedAreaDto[]; wanted: AdminArea[] }> {
    const known = new Map((await this.areas.ofCountry(country)).map((area) => [area.code, area]));
    const levels = new Map([...known].map(([code, { level }]) => [code, level]));
    const [seen, outcomes, wanted]: [Set<string>, ImportedAreaDto[], AdminArea[]] = [new Set(), [], []];
    const rows = namedRows(content, { columns: ['code', 'level'], most: MOST_AREAS });
    for (const row of parentsFirst(rows, ({ cell }) => Number(cell('level')))) {
      const line = readAreaLine(country, row.cell);
      const problem = typeof line === 'string' ? line : whyNotAmong(line, levels, seen);
      if (typeof line === 'string' || problem) {
        outcomes.push({ row: row.number, code: row.cell('code'), name: row.cell('en'), outcome: 'rejected', problem });
        continue;
      }
      const former = known.get(line.code);
      const outcome: AreaOutcome = !former ? 'created' : sameArea(former, line) ? 'unchanged' : 'updated';
      outcomes.push({ row: row.number, code: line.code, name: Object.values(line.names)[0] ?? '', outcome, problem: null });
      seen.add(line.code);
      levels.set(line.code, line.level);
      if (outcome !== 'unchanged') {
        wanted.push({ ...line, country, names: { ...line.names } });
      }
    }
    return { outcomes: outcomes.sort((a, b) => a.row - b.row), wanted };
  }
}

const countsOf = (outcomes: readonly ImportedAreaDto[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};
