import { ApiProperty } from '@nestjs/swagger';
import type { Job } from './job.entity';
import { JOB_STATES, type JobState } from './job.rules';

export class JobDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'people.import' })
  readonly kind: string;

  @ApiProperty({ enum: JOB_STATES })
  readonly state: JobState;

  @ApiProperty({ example: 250 })
  readonly done: number;

  @ApiProperty({ type: Number, nullable: true, example: 1000 })
  readonly total: number | null;

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  readonly result: Record<string, unknown> | null;

  @ApiProperty({ type: String, nullable: true })
  readonly failureCode: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly finishedAt: string | null;
}

export const toJobDto = ({ id, kind, state, done, total, result, failureCode, createdAt, finishedAt }: Job): JobDto => ({
  id, kind, state, done, total, failureCode, result: result as Record<string, unknown> | null, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null,
});
