import { ApiProperty } from '@nestjs/swagger';
import { CaseLineDto } from '../cases/case.dto';
import { TaskDto } from '../tasks/task.dto';

export class AwaitedApprovalDto {
  @ApiProperty({ type: CaseLineDto })
  readonly case: CaseLineDto;

  @ApiProperty({ enum: ['closure'] })
  readonly subject: 'closure';

  @ApiProperty({ type: String, nullable: true })
  readonly requestedByName: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly requestedAt: string;
}

export class SensitiveOpeningDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ type: String, nullable: true })
  readonly openedByName: string | null;

  @ApiProperty({ example: 'Preparing the talk with her lawyer.' })
  readonly reason: string;

  @ApiProperty({ format: 'date-time' })
  readonly openedAt: string;
}

export class WorkloadDto {
  @ApiProperty({ format: 'uuid' })
  readonly workerId: string;

  @ApiProperty({ type: String, nullable: true })
  readonly workerName: string | null;

  @ApiProperty({ example: 12 })
  readonly openCases: number;

  @ApiProperty({ example: 4 })
  readonly openTasks: number;
}

export class SupervisionDto {
  @ApiProperty({ type: [AwaitedApprovalDto] })
  readonly approvals: AwaitedApprovalDto[];

  @ApiProperty({ type: [CaseLineDto], description: 'Open cases that nobody owns.' })
  readonly unassignedCases: CaseLineDto[];

  @ApiProperty({
    type: [TaskDto],
    description: 'Flags that wait for a review or for the promised help, late or with nobody.',
  })
  readonly flagsWithoutContact: TaskDto[];

  @ApiProperty({ type: [TaskDto], description: 'Other open tasks that nobody has.' })
  readonly unassignedTasks: TaskDto[];

  @ApiProperty({ type: [TaskDto], description: 'Other open tasks past their day.' })
  readonly overdueTasks: TaskDto[];

  @ApiProperty({ type: [SensitiveOpeningDto], description: 'Who opened level-3 notes, and why; newest first.' })
  readonly openings: SensitiveOpeningDto[];

  @ApiProperty({ type: [WorkloadDto], description: 'Open cases and tasks per worker.' })
  readonly workload: WorkloadDto[];
}
