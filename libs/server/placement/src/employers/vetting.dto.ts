import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { CHECK_RESULTS, VETTING_CHECKS, VETTING_OUTCOMES, type CheckResult, type VettingCheckKind, type VettingOutcome } from './vetting.rules';

export class RecordCheckDto {
  @ApiProperty({ enum: VETTING_CHECKS, example: 'registration' })
  @IsIn(VETTING_CHECKS)
  readonly kind: VettingCheckKind;

  @ApiProperty({ enum: CHECK_RESULTS, example: 'passed' })
  @IsIn(CHECK_RESULTS)
  readonly result: CheckResult;

  @ApiProperty({ example: 'Extract of the business register, number seen', description: 'What was looked at, and where it can be seen again.' })
  @IsString()
  @MinLength(3)
  @MaxLength(2000)
  readonly evidence: string;

  @ApiProperty({ format: 'date', example: '2026-02-03' })
  @IsDay()
  readonly checkedOn: string;
}

export class ProposeClearanceDto {
  @ApiProperty({ enum: VETTING_OUTCOMES, example: 'cleared' })
  @IsIn(VETTING_OUTCOMES)
  readonly outcome: VettingOutcome;

  @ApiProperty({ format: 'date', example: '2026-12-31', description: 'The last day of the clearance, at most a year ahead.' })
  @IsDay()
  readonly validUntil: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: null, description: 'Under which conditions people may be sent; needed for `conditional`.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly conditions?: string | null;
}

export class DecideClearanceDto {
  @ApiProperty({ example: true })
  @IsBoolean()
  readonly approved: boolean;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'All evidence seen', description: 'Needed when it is returned.' })
  @ValidateIf(({ approved, reason }: DecideClearanceDto) => !approved || (reason !== undefined && reason !== null))
  @IsString()
  @MinLength(3)
  @MaxLength(2000)
  readonly reason?: string | null;
}

export class VettingReasonDto {
  @ApiProperty({ example: 'Two former workers say that passports are kept' })
  @IsString()
  @MinLength(3)
  @MaxLength(2000)
  readonly reason: string;
}
