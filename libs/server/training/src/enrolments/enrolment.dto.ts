import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID } from 'class-validator';
import { IsDay, PageOf, PageQuery } from '@sampan/kernel';
import { NamesDto } from '../programmes/programme.dto';
import { COMPLETION_CONDITIONS, type CompletionConditionCode } from './completion.rules';
import {
  CHOSEN_LEAVING_REASONS,
  ENROLMENT_STATES,
  EVIDENCE_KINDS,
  EXCLUSIONS,
  LEAVING_REASON_CODES,
  type EnrolmentState,
  type EvidenceKind,
  type Exclusion,
  type LeavingReasonCode,
} from './enrolment.rules';

export class EnrolTraineeDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client, so that a repeated request has one effect.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a03', description: 'The person who joins the cohort.' })
  @IsUUID()
  readonly personId: string;
}

export class EnrolmentQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly personId?: string;

  @ApiPropertyOptional({ enum: ['left-early'], description: 'Only those that wait for staff: it seems that the trainee has left.' })
  @IsOptional()
  @IsIn(['left-early'])
  readonly waitingFor?: 'left-early';
}

class LeaveDto {
  @ApiProperty({ enum: CHOSEN_LEAVING_REASONS, example: 'found-work' })
  @IsIn(CHOSEN_LEAVING_REASONS)
  readonly reason: LeavingReasonCode;

  @ApiPropertyOptional({ enum: EVIDENCE_KINDS, type: String, nullable: true, description: 'How you know; needed when the reason takes the trainee out of the rates.' })
  @IsOptional()
  @IsIn(EVIDENCE_KINDS)
  readonly evidence?: EvidenceKind | null;

  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class WithdrawDto extends LeaveDto {
  @ApiPropertyOptional({ example: '2026-04-01', description: 'The last day; today at the centre when it is left out.' })
  @IsOptional()
  @IsDay()
  readonly exitedOn?: string;
}

export class ConfirmLeftEarlyDto extends LeaveDto {}

export class CompleteDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class AssessDto {
  @ApiProperty({ example: true })
  @IsBoolean()
  readonly passed: boolean;

  @ApiProperty({ example: '2026-03-02' })
  @IsDay()
  readonly assessedOn: string;

  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class TraineeDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '4073-1529-6' })
  readonly reference: string;

  @ApiProperty({ example: 'សុខ ដារ៉ា' })
  readonly fullName: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sok Dara' })
  readonly latinName: string | null;
}

export class EnrolmentDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: TraineeDto })
  readonly trainee: TraineeDto;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ format: 'uuid' })
  readonly cohortId: string;

  @ApiProperty({ example: 'ELEC-2026-A' })
  readonly cohortCode: string;

  @ApiProperty({ type: NamesDto })
  readonly programmeNames: NamesDto;

  @ApiProperty({ enum: ENROLMENT_STATES })
  readonly state: EnrolmentState;

  @ApiProperty({ example: '2026-02-20' })
  readonly registeredOn: string;

  @ApiProperty({ type: String, nullable: true, example: '2026-03-02', description: 'The first attended session.' })
  readonly enteredOn: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly exitedOn: string | null;

  @ApiProperty({ enum: LEAVING_REASON_CODES, type: String, nullable: true, example: null })
  readonly leavingReason: LeavingReasonCode | null;

  @ApiProperty({ enum: EXCLUSIONS, type: String, nullable: true, example: null })
  readonly exclusion: Exclusion | null;

  @ApiProperty({ example: 0, description: 'Sessions missed in a row up to the latest register.' })
  readonly consecutiveMissed: number;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Since when it seems that the trainee has left.' })
  readonly leftEarlySuspectedOn: string | null;

  @ApiProperty({ type: Boolean, nullable: true, example: null })
  readonly assessmentPassed: boolean | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly assessedOn: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class EnrolmentPageDto extends PageOf(EnrolmentDto) {}

export class CompletionConditionDto {
  @ApiProperty({ enum: COMPLETION_CONDITIONS })
  readonly condition: CompletionConditionCode;

  @ApiProperty()
  readonly met: boolean;

  @ApiProperty({ type: Number, nullable: true, example: 76 })
  readonly actual: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 80 })
  readonly required: number | null;
}
