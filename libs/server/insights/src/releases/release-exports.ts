import { Injectable } from '@nestjs/common';
import { type Viewer } from '@sampan/kernel';
import { guarded } from '@sampan/platform';
import { definedIndicators, type IndicatorText } from '../indicators/indicator-texts';
import { csvOf, EXPORT_HEADER, exportRows } from './export-table.rules';
import { Releases } from './releases.service';

export interface ExportedFile {
  readonly name: string;
  readonly content: Buffer;
}

const DEFINITION_COLUMNS: readonly (keyof IndicatorText)[] = ['name', 'unit', 'numerator', 'denominator', 'window', 'exclusions', 'source'];

/** The published table as a file. Reads what the dashboard reads; there is no second way to a number. */
@Injectable()
export class ReleaseExports {
  constructor(private readonly releases: Releases) {}

  async csv(viewer: Viewer, releaseId: string): Promise<ExportedFile> {
    const { name, rows } = await this.table(viewer, releaseId);
    return { name: `${name}.csv`, content: Buffer.from(csvOf(rows), 'utf8') };
  }

  async xlsx(viewer: Viewer, releaseId: string): Promise<ExportedFile> {
    const { name, rows } = await this.table(viewer, releaseId);
    const { default: Excel } = await import('exceljs');
    const workbook = new Excel.Workbook();
    const values = workbook.addWorksheet('values', { views: [{ state: 'frozen', ySplit: 1 }] });
    rows.forEach((row) => values.addRow(row));
    values.getRow(1).font = { bold: true };
    const definitions = workbook.addWorksheet('definitions', { views: [{ state: 'frozen', ySplit: 1 }] });
    definitions.addRow(['indicator', 'language', ...DEFINITION_COLUMNS]);
    definitions.getRow(1).font = { bold: true };
    for (const { key, texts } of definedIndicators()) {
      Object.entries(texts).forEach(([language, text]) => definitions.addRow([key, language, ...DEFINITION_COLUMNS.map((column) => guarded(text[column]))]));
    }
    return { name: `${name}.xlsx`, content: Buffer.from(await workbook.xlsx.writeBuffer()) };
  }

  private async table(viewer: Viewer, releaseId: string): Promise<{ name: string; rows: (string | number)[][] }> {
    const { release, values } = await this.releases.values(viewer, releaseId, {});
    const exported = values.map((value) => ({ ...value, numbers: { ...value.numbers } }));
    return { name: `sampan-${release.country}-${release.quarter}`, rows: [[...EXPORT_HEADER], ...exportRows(exported, definedIndicators())] };
  }
}
