import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import {
  CLOSURE_OUTCOMES,
  CLOSURE_REASONS,
  type ClosureOutcome,
  type ClosureReason,
  REJECTION_REASONS,
  type RejectionReason,
} from './case.rules';
import { IsVersion } from './is-version';

const LONGEST_REASON = 1000;

export class AssignCaseDto {
  @ApiProperty({ format: 'uuid', description: 'The worker who will own the case. They join the person’s caseload.' })
  @IsUUID()
  readonly ownerId: string;

  @ApiProperty({ example: 1 })
  @IsVersion()
  readonly version: number;
}

export class RejectCaseDto {
  @ApiProperty({ enum: REJECTION_REASONS, example: 'served-elsewhere' })
  @IsIn(REJECTION_REASONS)
  readonly reason: RejectionReason;

  @ApiProperty({ example: 1 })
  @IsVersion()
  readonly version: number;
}

export class CloseCaseDto {
  @ApiProperty({ enum: CLOSURE_REASONS, example: 'declined-further-help' })
  @IsIn(CLOSURE_REASONS)
  readonly reason: ClosureReason;

  @ApiProperty({ enum: CLOSURE_OUTCOMES, example: 'unknown' })
  @IsIn(CLOSURE_OUTCOMES)
  readonly outcome: ClosureOutcome;

  @ApiProperty({ example: 1 })
  @IsVersion()
  readonly version: number;
}

export class DecideClosureDto {
  @ApiProperty({ enum: ['approved', 'returned'], example: 'approved' })
  @IsIn(['approved', 'returned'])
  readonly decision: 'approved' | 'returned';

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: null,
    description: 'What is missing; required when returned.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly comment?: string | null;
}

export class ReopenCaseDto {
  @ApiProperty({ example: 'She called and asks for help again.' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_REASON)
  readonly reason: string;

  @ApiProperty({ example: 1 })
  @IsVersion()
  readonly version: number;
}
