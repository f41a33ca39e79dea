import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay, PageOf, PageQuery } from '@sampan/kernel';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CasePersonDto } from '../cases/case.dto';
import { IsVersion } from '../cases/is-version';
import { HAND_WRITTEN_KINDS, TASK_KINDS, TASK_STATES, type TaskKind, type TaskState } from './task.rules';

const LONGEST_LINE = 500;
const ASSIGNED_TO = ['me', 'nobody', 'anybody'] as const;

export class TaskQuery extends PageQuery {
  @ApiPropertyOptional({ enum: TASK_STATES, default: 'open' })
  @IsOptional()
  @IsIn(TASK_STATES)
  readonly state?: TaskState;

  @ApiPropertyOptional({ enum: ASSIGNED_TO, default: 'me' })
  @IsOptional()
  @IsIn(ASSIGNED_TO)
  readonly assignedTo?: (typeof ASSIGNED_TO)[number];

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly caseId?: string;
}

export class CreateTaskDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Minted by the client, so that the same task sent twice is one.',
  })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly personId: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, example: null })
  @IsOptional()
  @IsUUID()
  readonly caseId?: string | null;

  @ApiProperty({
    enum: HAND_WRITTEN_KINDS,
    example: 'general',
    description: 'A "please-call" is seen by everybody at the centre and carries no text.',
  })
  @IsIn(HAND_WRITTEN_KINDS)
  readonly kind: (typeof HAND_WRITTEN_KINDS)[number];

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Ask about the contract' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_LINE)
  readonly title?: string | null;

  @ApiProperty({ format: 'date', example: '2030-01-15' })
  @IsDay()
  readonly dueOn: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'Absent: myself.' })
  @IsOptional()
  @IsUUID()
  readonly assigneeId?: string | null;
}

export class FinishTaskDto {
  @ApiProperty({ example: 1 })
  @IsVersion()
  readonly version: number;
}

export class CancelTaskDto {
  @ApiProperty({ example: 'Already done by the centre.' })
  @IsString()
  @MaxLength(LONGEST_LINE)
  readonly reason: string;

  @ApiProperty({ example: 1 })
  @IsVersion()
  readonly version: number;
}

export class AssignTaskDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly assigneeId: string;

  @ApiProperty({ example: 1 })
  @IsVersion()
  readonly version: number;
}

export class TaskDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: CasePersonDto })
  readonly person: CasePersonDto;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly caseId: string | null;

  @ApiProperty({ enum: TASK_KINDS })
  readonly kind: TaskKind;

  @ApiProperty({ type: String, nullable: true })
  readonly title: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'A flag’s tier, a concern’s severity, or how many checks were missed.',
  })
  readonly detail: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The flag, concern or follow-up that made the task.',
  })
  readonly sourceId: string | null;

  @ApiProperty({ format: 'date', example: '2030-01-15' })
  readonly dueOn: string;

  @ApiProperty({ type: Boolean, description: 'Derived from the due day and the day at the centre.' })
  readonly overdue: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly assigneeId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly assigneeName: string | null;

  @ApiProperty({ enum: TASK_STATES })
  readonly state: TaskState;

  @ApiProperty({ type: String, nullable: true })
  readonly cancelReason: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class TaskPage extends PageOf(TaskDto) {}
