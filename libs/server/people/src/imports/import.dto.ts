import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNumber, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { ReasonDto, SummaryDto, toSummaryDto } from '../duplicates/duplicate.dto';
import type { Import } from './import.entity';
import { IMPORT_STATES, ROW_DECISIONS, ROW_OUTCOMES, ROW_PROBLEMS, type ImportState, type RowDecision, type RowOutcome, type RowProblemCode } from './import.rules';
import type { ImportOverview, ShownRow } from './imports.service';
import { IMPORT_TARGETS, type ImportTarget } from './mapping.rules';

export class UploadImportDto {
  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a14', description: 'Made by the client: the same upload repeated is one import.' })
  @IsUUID()
  readonly id: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a10' })
  @IsUUID()
  readonly centreId: string;
}

/** What the form looks like in the contract; the file itself is read from the multipart body. */
export class UploadImportForm extends UploadImportDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'CSV (UTF-8) or XLSX, at most 10 MB and 20,000 rows.' })
  readonly file: unknown;
}

export class ColumnMappingDto {
  @ApiProperty({ example: 0, minimum: 0, description: 'Counted from 0.' })
  @IsInt()
  @Min(0)
  @Max(99)
  readonly column: number;

  @ApiProperty({ enum: IMPORT_TARGETS, example: 'fullName' })
  @IsIn(IMPORT_TARGETS)
  readonly target: ImportTarget;
}

export class MapColumnsDto {
  @ApiProperty({ type: [ColumnMappingDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ColumnMappingDto)
  readonly mapping: ColumnMappingDto[];
}

export class DecideRowDto {
  @ApiProperty({ enum: ROW_DECISIONS, example: 'not-the-same' })
  @IsIn(ROW_DECISIONS)
  readonly decision: RowDecision;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, example: null, description: 'With `same-person`: who of the matches.' })
  @IsOptional()
  @IsUUID()
  readonly samePersonId?: string | null;
}

export class DecideRowsDto {
  @ApiProperty({ enum: ROW_DECISIONS, example: 'to-steward' })
  @IsIn(ROW_DECISIONS)
  readonly decision: RowDecision;

  @ApiProperty({ example: 0.9, minimum: 0, maximum: 1, description: 'Only rows whose likeliest match scores at least this.' })
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly leastScore: number;
}

export class DecidedDto {
  @ApiProperty({ example: 12 })
  readonly decided: number;
}

export class RowQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: ROW_OUTCOMES, isArray: true })
  @IsOptional()
  @Transform(({ value }) => (value === undefined ? undefined : [value].flat()))
  @IsArray()
  @ArrayMaxSize(9)
  @IsIn(ROW_OUTCOMES, { each: true })
  readonly outcomes?: RowOutcome[];
}

export class ListedImportDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ example: 'register-2026.xlsx' })
  readonly fileName: string;

  @ApiProperty({ example: 1000 })
  readonly rowCount: number;

  @ApiProperty({ enum: IMPORT_STATES })
  readonly state: ImportState;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
}

export class ImportDto extends ListedImportDto {
  @ApiProperty({ type: [String], example: ['Name', 'Date of birth'] })
  readonly columns: string[];

  @ApiProperty({ type: [ColumnMappingDto], description: 'As decided, or as we would guess.' })
  readonly mapping: ColumnMappingDto[];

  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string', nullable: true } }, description: 'The first lines.' })
  readonly sample: (string | null)[][];

  @ApiProperty({ type: Object, additionalProperties: { type: 'integer' }, example: { 'to-create': 480, duplicate: 20 } })
  readonly counts: Record<string, number>;

  @ApiProperty({ example: 20, description: 'Possible duplicates without a decision.' })
  readonly undecided: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The job to ask for progress.' })
  readonly jobId: string | null;

  @ApiProperty()
  readonly mayUndo: boolean;
}

export class RowProblemDto {
  @ApiProperty({ enum: ROW_PROBLEMS })
  readonly code: RowProblemCode;

  @ApiProperty({ type: String, nullable: true, example: 'Date of birth' })
  readonly column: string | null;
}

export class RowMatchDto {
  @ApiProperty({ format: 'uuid' })
  readonly personId: string;

  @ApiProperty({ type: Number, nullable: true, example: 17, description: 'When the other one is a row of the same file.' })
  readonly rowNumber: number | null;

  @ApiProperty({ type: SummaryDto, nullable: true })
  readonly person: SummaryDto | null;

  @ApiProperty({ example: 0.93 })
  readonly score: number;

  @ApiProperty({ type: [ReasonDto] })
  readonly reasons: ReasonDto[];
}

export class ImportRowDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 2, description: 'As the spreadsheet counts: the header is row 1.' })
  readonly rowNumber: number;

  @ApiProperty({ type: 'array', items: { type: 'string', nullable: true } })
  readonly cells: (string | null)[];

  @ApiProperty({ enum: ROW_OUTCOMES })
  readonly outcome: RowOutcome;

  @ApiProperty({ type: [RowProblemDto] })
  readonly problems: RowProblemDto[];

  @ApiProperty({ type: [RowMatchDto] })
  readonly matches: RowMatchDto[];

  @ApiProperty({ enum: ROW_DECISIONS, nullable: true })
  readonly decision: RowDecision | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly decidedPersonId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Who was made or completed.' })
  readonly personId: string | null;
}

export class ImportRowPage extends PageOf(ImportRowDto) {}

export const toListedImportDto = ({ id, centreId, fileName, rowCount, state, createdAt }: Import): ListedImportDto => ({
  id, centreId, fileName, rowCount, state, createdAt: createdAt.toISOString(),
});

export const toImportDto = ({ batch, counts, undecided, sample, mayUndo }: ImportOverview): ImportDto => ({
  ...toListedImportDto(batch), columns: batch.columns, mapping: batch.mapping, jobId: batch.jobId, counts: { ...counts }, undecided, mayUndo,
  sample: sample.map((cells) => [...cells]),
});

export const toImportRowDto = ({ row, cells, people }: ShownRow): ImportRowDto => ({
  id: row.id, rowNumber: row.rowNumber, cells: [...cells], outcome: row.outcome, problems: row.problems, decision: row.decision, decidedPersonId: row.decidedPersonId,
  personId: row.personId,
  matches: row.matches.map(({ personId, rowNumber, score, reasons }) => {
    const person = people.get(personId);
    return { personId, rowNumber, score, reasons: [...reasons], person: person ? toSummaryDto(person) : null };
  }),
});
