import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { OUTCOME_DIMENSIONS, type OutcomeDimension } from '../assessments/outcome-scale.rules';
import { IsVersion } from '../cases/is-version';
import { AGREED_WITH, type AgreedWith, STEP_OWNERS, STEP_STATES, type StepOwner, type StepState } from './plan.rules';

const LONGEST_LINE = 500;

export class AddGoalDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Minted by the client, so that the same goal sent twice is one.',
  })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ example: 'Earn enough to pay the family debt', description: 'In the person’s words.' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_LINE)
  readonly text: string;

  @ApiPropertyOptional({ enum: OUTCOME_DIMENSIONS, nullable: true, example: 'income' })
  @IsOptional()
  @IsIn(OUTCOME_DIMENSIONS)
  readonly dimension?: OutcomeDimension | null;
}

export class AddStepDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Minted by the client, so that the same step sent twice is one.',
  })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ example: 'Visit the welding course together' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_LINE)
  readonly text: string;

  @ApiProperty({ enum: STEP_OWNERS, example: 'worker', description: 'Who does it: a worker, or the person.' })
  @IsIn(STEP_OWNERS)
  readonly owner: StepOwner;

  @ApiProperty({ format: 'date', example: '2030-01-15' })
  @IsDay()
  readonly dueOn: string;
}

export class AgreePlanDto {
  @ApiProperty({ enum: AGREED_WITH, example: 'client' })
  @IsIn(AGREED_WITH)
  readonly agreedWith: AgreedWith;

  @ApiProperty({ example: 1, description: 'The version of the case that was read.' })
  @IsVersion()
  readonly version: number;
}

export class FinishStepDto {
  @ApiProperty({ example: 1 })
  @IsVersion()
  readonly version: number;
}

export class DropStepDto {
  @ApiProperty({ example: 'She found work by herself.' })
  @IsString()
  @MaxLength(LONGEST_LINE)
  readonly reason: string;

  @ApiProperty({ example: 1 })
  @IsVersion()
  readonly version: number;
}

export class StepDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Visit the welding course together' })
  readonly text: string;

  @ApiProperty({ enum: STEP_OWNERS })
  readonly owner: StepOwner;

  @ApiProperty({ format: 'uuid', description: 'The worker who does it, or who asks after it.' })
  readonly workerId: string;

  @ApiProperty({ type: String, nullable: true })
  readonly workerName: string | null;

  @ApiProperty({ format: 'date', example: '2030-01-15' })
  readonly dueOn: string;

  @ApiProperty({ enum: STEP_STATES })
  readonly state: StepState;

  @ApiProperty({ type: Boolean, description: 'Derived from the due day and the day at the centre.' })
  readonly overdue: boolean;

  @ApiProperty({ type: String, nullable: true })
  readonly dropReason: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class GoalDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Earn enough to pay the family debt' })
  readonly text: string;

  @ApiProperty({ enum: OUTCOME_DIMENSIONS, nullable: true })
  readonly dimension: OutcomeDimension | null;

  @ApiProperty({ type: Boolean, description: 'Added after the person last agreed to the plan.' })
  readonly newSinceAgreement: boolean;

  @ApiProperty({ type: [StepDto] })
  readonly steps: StepDto[];
}

export class PlanDto {
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The day on which the person agreed.' })
  readonly agreedOn: string | null;

  @ApiProperty({ enum: AGREED_WITH, nullable: true })
  readonly agreedWith: AgreedWith | null;

  @ApiProperty({
    enum: OUTCOME_DIMENSIONS,
    isArray: true,
    description: 'Scored 1 or 2 and answered by neither a goal nor a reason.',
  })
  readonly unanswered: readonly OutcomeDimension[];

  @ApiProperty({ type: [GoalDto] })
  readonly goals: GoalDto[];
}
