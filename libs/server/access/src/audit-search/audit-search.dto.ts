import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf } from '@sampan/kernel';
import { AUDIT_KINDS, EXPORT_FORMATS, type AuditKind, type ExportFormat } from '@sampan/platform';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

export class SearchAuditDto {
  @ApiPropertyOptional({ format: 'date-time', description: 'With this moment.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(40)
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before this moment.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(40)
  readonly until?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who did it.' })
  @IsOptional()
  @IsUUID()
  readonly doneBy?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'To what or whom: the id of the record, or of the person that it belongs to.' })
  @IsOptional()
  @IsUUID()
  readonly about?: string;

  @ApiPropertyOptional({ description: 'The beginning of the action: `note.` or `person.opened`.' })
  @IsOptional()
  @Matches(/^[a-z0-9.-]*$/)
  @MaxLength(60)
  readonly action?: string;

  @ApiPropertyOptional({ description: 'From the former answer.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit?: number;
}

export class AuditEntryDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty({ format: 'uuid' })
  readonly doneBy: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null: the product itself.' })
  readonly doneByName: string | null;

  @ApiProperty({ example: 'person.opened' })
  readonly action: string;

  @ApiProperty({ example: 'person' })
  readonly subjectType: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly subjectId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly personId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly centreId: string | null;

  @ApiProperty({ type: Object, additionalProperties: true })
  readonly details: Readonly<Record<string, unknown>>;
}

export class AuditPage extends PageOf(AuditEntryDto) {}

export class RetentionDto {
  @ApiProperty({ enum: AUDIT_KINDS })
  readonly kind: AuditKind;

  @ApiProperty({ type: [String], example: ['*.opened'] })
  readonly actions: readonly string[];

  @ApiProperty({ example: 60 })
  readonly keepMonths: number;

  @ApiProperty({ example: 12, description: 'What a law asks for.' })
  readonly leastMonths: number;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class ChangeRetentionDto {
  @ApiProperty({ example: 120, minimum: 1, maximum: 1200 })
  @IsInt()
  @Min(1)
  @Max(1200)
  readonly keepMonths: number;

  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  readonly version: number;
}

export class NewestSealDto {
  @ApiProperty({ type: Number, nullable: true, description: 'Null before the first sealing.' })
  readonly number: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'To be kept outside the product; `verify-audit <number>:<hash>` compares.' })
  readonly hash: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly sealedAt: string | null;
}

export class ExportAuditDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client: the same request repeated is one export.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00Z' })
  @IsISO8601({ strict: true })
  @MaxLength(40)
  readonly from: string;

  @ApiProperty({ format: 'date-time', example: '2026-02-01T00:00:00Z' })
  @IsISO8601({ strict: true })
  @MaxLength(40)
  readonly until: string;

  @ApiProperty({ enum: EXPORT_FORMATS, example: 'ndjson' })
  @IsIn(EXPORT_FORMATS)
  readonly format: ExportFormat;
}

export class AuditExportDto {
  @ApiProperty({ format: 'uuid', description: 'Ask `jobs` how far it is.' })
  readonly jobId: string;
}
