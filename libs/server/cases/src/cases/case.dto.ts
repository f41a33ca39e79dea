import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { AGREED_WITH, type AgreedWith } from '../plans/plan.rules';
import {
  BAR_MARKS,
  CASE_SOURCES,
  CASE_STAGES,
  type CaseSource,
  type CaseStage,
  CLOSURE_OUTCOMES,
  CLOSURE_REASONS,
  type ClosureOutcome,
  type ClosureReason,
  REJECTION_REASONS,
  type RejectionReason,
} from './case.rules';

const OWNERS = ['mine', 'nobody', 'anybody'] as const;

export class CaseQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CASE_STAGES })
  @IsOptional()
  @IsIn(CASE_STAGES)
  readonly stage?: CaseStage;

  @ApiPropertyOptional({ enum: OWNERS, default: 'anybody' })
  @IsOptional()
  @IsIn(OWNERS)
  readonly owner?: (typeof OWNERS)[number];

  @ApiPropertyOptional({ format: 'uuid', description: 'The cases of one person.' })
  @IsOptional()
  @IsUUID()
  readonly personId?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Only cases that are neither closed nor rejected.' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean()
  readonly open?: boolean;
}

/** As much of a person as a line about their case needs. */
export class CasePersonDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '4073-1529-6' })
  readonly reference: string;

  @ApiProperty({ example: 'សុខ ស្រីមុំ' })
  readonly fullName: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sok Sreymom' })
  readonly latinName: string | null;

  @ApiProperty({ type: Boolean, description: 'Under 18, or age in doubt: the stricter path.' })
  readonly treatAsMinor: boolean;
}

export class CaseLineDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'C-482-109-6' })
  readonly number: string;

  @ApiProperty({ type: CasePersonDto })
  readonly person: CasePersonDto;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ enum: CASE_STAGES })
  readonly stage: CaseStage;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly ownerId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly ownerName: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly openedAt: string;
}

export class CasePage extends PageOf(CaseLineDto) {}

export class StageOnBarDto {
  @ApiProperty({ enum: CASE_STAGES })
  readonly stage: CaseStage;

  @ApiProperty({ enum: BAR_MARKS, description: 'Skipped: passed without the record that the stage stands for.' })
  readonly is: (typeof BAR_MARKS)[number];
}

export class ClosureRequestDto {
  @ApiProperty({ format: 'uuid' })
  readonly requestedBy: string;

  @ApiProperty({ type: String, nullable: true })
  readonly requestedByName: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly requestedAt: string;

  @ApiProperty({ enum: ['requested', 'approved', 'returned'] })
  readonly state: 'requested' | 'approved' | 'returned';

  @ApiProperty({ type: String, nullable: true, description: 'What the supervisor answered.' })
  readonly comment: string | null;
}

export class CaseDto extends CaseLineDto {
  @ApiProperty({ enum: CASE_SOURCES })
  readonly source: CaseSource;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The accepted flag that opened the case.' })
  readonly flagId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly presentingIssue: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly urgentConcern: string | null;

  @ApiProperty({ type: [StageOnBarDto], description: 'Derived from what has been recorded.' })
  readonly bar: StageOnBarDto[];

  @ApiProperty({ enum: CASE_STAGES, isArray: true, description: 'Where the case may go next.' })
  readonly nextStages: readonly CaseStage[];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly planAgreedOn: string | null;

  @ApiProperty({ enum: AGREED_WITH, nullable: true })
  readonly planAgreedWith: AgreedWith | null;

  @ApiProperty({ type: ClosureRequestDto, nullable: true, description: 'The latest request to close.' })
  readonly closureRequest: ClosureRequestDto | null;

  @ApiProperty({ enum: CLOSURE_REASONS, nullable: true })
  readonly closureReason: ClosureReason | null;

  @ApiProperty({ enum: CLOSURE_OUTCOMES, nullable: true })
  readonly closureOutcome: ClosureOutcome | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly closedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly reopeningReason: string | null;

  @ApiProperty({ enum: REJECTION_REASONS, nullable: true })
  readonly rejectionReason: RejectionReason | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}
