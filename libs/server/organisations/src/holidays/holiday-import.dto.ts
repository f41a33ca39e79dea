import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID, Matches } from 'class-validator';
import type { LineProblem } from './holiday.rules';

export class ImportHolidaysDto {
  @ApiProperty({ example: 'TH' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;

  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a0b', description: 'For one centre only.' })
  @IsOptional()
  @IsUUID()
  readonly centreId?: string;

  @ApiProperty({ example: true, description: 'Tell what would become of each row, and write nothing.' })
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  readonly dryRun: boolean;
}

export class ImportHolidaysForm extends ImportHolidaysDto {
  @ApiProperty({ type: String, format: 'binary', description: 'CSV with the columns day and en; also kind, provisional, source, km, th, zh, id.' })
  readonly file: Blob;
}

export const IMPORT_OUTCOMES = ['created', 'updated', 'rejected'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export class ImportedHolidayDto {
  @ApiProperty({ example: 2, description: 'As a spreadsheet numbers it.' })
  readonly row: number;

  @ApiProperty({ example: '2026-12-29' })
  readonly day: string;

  @ApiProperty({ example: 'Peace Day' })
  readonly name: string;

  @ApiProperty({ enum: IMPORT_OUTCOMES })
  readonly outcome: ImportOutcome;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly problem: LineProblem | null;
}
