import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import type { PersonSummary } from '@sampan/people';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min, MinLength } from 'class-validator';
import { PlacedPersonDto, toPlacedPerson } from '../applications/application.dto';
import { ILO_INDICATORS, type IloIndicator } from './ilo-indicators.rules';
import type { LabourConcern } from './labour-concern.entity';
import {
  CONCERN_SEVERITIES, CONCERN_SOURCES, CONCERN_STATES, mayBeMediated, REPORTED_BY,
  type ConcernSeverity, type ConcernSource, type ConcernState, type ReportedBy,
} from './labour-concern.rules';

export class ConcernsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CONCERN_STATES })
  @IsOptional()
  @IsIn(CONCERN_STATES)
  readonly state?: ConcernState;
}

export class ReportConcernDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3f01' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3f02' })
  @IsUUID()
  readonly personId: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, example: null })
  @IsOptional()
  @IsUUID()
  readonly placementId?: string | null;

  @ApiProperty({ type: [String], enum: ILO_INDICATORS, example: ['withholding-of-wages'] })
  @IsArray()
  @ArrayMaxSize(ILO_INDICATORS.length)
  @ArrayUnique()
  @IsIn(ILO_INDICATORS, { each: true })
  readonly indicators: IloIndicator[];

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Two months were not paid', description: 'What was said, kept sealed.' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  readonly words?: string | null;

  @ApiProperty({ enum: REPORTED_BY, example: 'family' })
  @IsIn(REPORTED_BY)
  readonly reportedBy: ReportedBy;

  @ApiPropertyOptional({ type: String, nullable: true, example: null, description: 'Name and contact of who reported, kept sealed; only the named handler reads it.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reporter?: string | null;
}

export class TriageConcernDto {
  @ApiProperty({ enum: CONCERN_SEVERITIES, example: 'high' })
  @IsIn(CONCERN_SEVERITIES)
  readonly severity: ConcernSeverity;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, example: null, description: 'The named handler; left out, it is you.' })
  @IsOptional()
  @IsUUID()
  readonly handlerId?: string | null;

  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  readonly version: number;
}

/** Steps after triage; triage itself names a handler. */
export const CONCERN_STEPS = ['mediating', 'referred', 'remedied', 'unresolved', 'withdrawn-by-person', 'closed'] as const;

export class MoveConcernDto {
  @ApiProperty({ enum: CONCERN_STEPS, example: 'referred' })
  @IsIn(CONCERN_STEPS)
  readonly to: (typeof CONCERN_STEPS)[number];

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Labour inspection of the province', description: 'What came of it, or where it was referred to.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly outcome?: string | null;

  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  readonly version: number;
}

export class OpenWordsDto {
  @ApiProperty({ example: 'Preparing the referral to the labour inspection' })
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  readonly reason: string;
}

export class ConcernReceiptDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
}

export class ConcernWordsDto {
  @ApiProperty({ type: String, nullable: true })
  readonly words: string | null;
}

export class ConcernDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: PlacedPersonDto })
  readonly person: PlacedPersonDto;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly placementId: string | null;

  @ApiProperty({ enum: CONCERN_SOURCES })
  readonly source: ConcernSource;

  @ApiProperty({ format: 'date' })
  readonly receivedOn: string;

  @ApiProperty({ type: [String], enum: ILO_INDICATORS })
  readonly indicators: IloIndicator[];

  @ApiProperty({ type: [String], example: ['no-contract'] })
  readonly worries: string[];

  @ApiProperty({ enum: CONCERN_SEVERITIES })
  readonly severity: ConcernSeverity;

  @ApiProperty({ enum: CONCERN_STATES })
  readonly state: ConcernState;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly handlerId: string | null;

  @ApiProperty({ description: 'False: it must never be taken to the employer.' })
  readonly mayBeMediated: boolean;

  @ApiProperty({ type: String, nullable: true })
  readonly outcome: string | null;

  @ApiProperty()
  readonly hasWords: boolean;

  @ApiProperty({ enum: REPORTED_BY, nullable: true, description: 'Null for everybody but the named handler.' })
  readonly reportedBy: ReportedBy | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null for everybody but the named handler.' })
  readonly reporter: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class ConcernPage extends PageOf(ConcernDto) {}

/** @param reporter what the viewer may know of who reported; null when nothing */
export const toConcernDto = (concern: LabourConcern, person: PersonSummary, reporter: Pick<ConcernDto, 'reportedBy' | 'reporter'> | null): ConcernDto => ({
  id: concern.id,
  person: toPlacedPerson(person),
  placementId: concern.placementId,
  source: concern.source,
  receivedOn: concern.receivedOn,
  indicators: concern.indicators,
  worries: concern.worries,
  severity: concern.severity,
  state: concern.state,
  handlerId: concern.handlerId,
  mayBeMediated: mayBeMediated(concern),
  outcome: concern.outcome,
  hasWords: concern.sealedWords !== null,
  reportedBy: reporter?.reportedBy ?? null,
  reporter: reporter?.reporter ?? null,
  version: concern.version,
});
