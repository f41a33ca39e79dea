import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IMPORT_OUTCOMES } from '../holidays/holiday-import.dto';
import type { AdminArea } from './admin-area.entity';
import { DEEPEST_LEVEL, type AreaProblem } from './area-line.rules';

export class AreasQuery extends PageQuery {
  @ApiProperty({ example: 'KH' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;

  @ApiPropertyOptional({ minimum: 1, maximum: DEEPEST_LEVEL })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(DEEPEST_LEVEL)
  readonly level?: number;

  @ApiPropertyOptional({ description: 'Part of a name in any language, or of the code.', example: 'meanchey' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly name?: string;
}

export class AreaFileDto {
  @ApiProperty({ example: 'KH-1' })
  readonly code: string;

  @ApiProperty({ example: 1, description: '1 province, 2 district, 3 commune, 4 village.' })
  readonly level: number;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly parentCode: string | null;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' }, example: { en: 'Banteay Meanchey' } })
  readonly names: Readonly<Record<string, string>>;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly validFrom: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly validTo: string | null;
}

export class AreaPage extends PageOf(AreaFileDto) {}

export class ImportAreasDto {
  @ApiProperty({ example: 'TH' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;

  @ApiProperty({ example: true, description: 'Tell what would become of each row, and write nothing.' })
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  readonly dryRun: boolean;
}

export class ImportAreasForm extends ImportAreasDto {
  @ApiProperty({ type: String, format: 'binary', description: 'CSV with the columns code, level, parent, from, to and names by language (en, km, th, zh, id, lo, vi, my, ms, fil).' })
  readonly file: Blob;
}

export const AREA_OUTCOMES = [...IMPORT_OUTCOMES, 'unchanged'] as const;
export type AreaOutcome = (typeof AREA_OUTCOMES)[number];

export class ImportedAreaDto {
  @ApiProperty({ example: 2, description: 'As a spreadsheet numbers it.' })
  readonly row: number;

  @ApiProperty({ example: 'KH-102' })
  readonly code: string;

  @ApiProperty({ example: 'Mongkol Borei' })
  readonly name: string;

  @ApiProperty({ enum: AREA_OUTCOMES })
  readonly outcome: AreaOutcome;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly problem: AreaProblem | null;
}

export const toAreaFileDto = ({ code, level, parentCode, names, validFrom, validTo }: AdminArea): AreaFileDto => ({ code, level, parentCode, names, validFrom, validTo });
