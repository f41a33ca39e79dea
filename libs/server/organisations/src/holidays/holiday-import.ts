import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit, namedRows } from '@sampan/platform';
import type { ImportedHolidayDto } from './holiday-import.dto';
import { readLine, type LineProblem } from './holiday.rules';
import { Holidays } from './holidays';
import { HolidaysRepository } from './holidays.repository';

const MOST_DAYS = 2_000;

export interface HolidayFile {
  readonly country: string;
  readonly centreId: string | null;
  readonly content: Buffer;
  /** A dry run writes nothing; its outcome is what a real one would be. */
  readonly dryRun: boolean;
}

/** A year's days from a file: day, en, and where known kind, provisional, source, km, th, zh, id. A day that is known is brought up to date. */
@Injectable()
export class HolidayImport {
  constructor(
    private readonly holidays: Holidays,
    private readonly rows: HolidaysRepository,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  run(viewer: Viewer, { country, centreId, content, dryRun }: HolidayFile): Promise<ImportedHolidayDto[]> {
    return this.unitOfWork.run(async () => {
      await this.holidays.mustBeAllowed(viewer, country, centreId);
      const seen = new Set<string>();
      const outcomes: ImportedHolidayDto[] = [];
      for (const row of namedRows(content, { columns: ['day', 'en'], most: MOST_DAYS })) {
        const line = readLine(row.cell);
        const problem: LineProblem | null = typeof line === 'string' ? line : seen.has(line.day) ? 'DAY_TWICE' : null;
        if (typeof line === 'string' || problem) {
          outcomes.push({ row: row.number, day: row.cell('day'), name: row.cell('en'), outcome: 'rejected', problem });
          continue;
        }
        seen.add(line.day);
        const known = await this.rows.findOn(country, centreId, line.day);
        if (!dryRun) {
          await (known ? this.rows.save(Object.assign(known, line)) : this.rows.add([{ ...line, id: newId(), country, centreId, names: { ...line.names }, removed: false }]));
        }
        outcomes.push({ row: row.number, day: line.day, name: line.names['en'] ?? '', outcome: known ? 'updated' : 'created', problem: null });
      }
      if (!dryRun) {
        const count = (outcome: ImportedHolidayDto['outcome']): number => outcomes.filter((one) => one.outcome === outcome).length;
        const details = { country, created: count('created'), updated: count('updated'), rejected: count('rejected') };
        await this.audit.record(viewer, { action: 'holiday.imported', subjectType: 'holiday', subjectId: null, centreId, details });
      }
      return outcomes;
    });
  }
}
