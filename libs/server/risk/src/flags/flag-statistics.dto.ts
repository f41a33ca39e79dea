import { ApiProperty } from '@nestjs/swagger';

/** How one worker decided lately. For talking about it, never for ranking people. */
export class WorkerDecisionsDto {
  @ApiProperty({ format: 'uuid' })
  readonly workerId: string;

  @ApiProperty({ type: String, nullable: true, example: 'Dara Keo' })
  readonly workerName: string | null;

  @ApiProperty({ example: 7, description: 'Flags accepted: help to be offered.' })
  readonly accepted: number;

  @ApiProperty({ example: 2, description: 'Flags dismissed: an override of the card, downwards.' })
  readonly dismissed: number;

  @ApiProperty({ example: 1 })
  readonly deferred: number;

  @ApiProperty({ example: 4 })
  readonly closed: number;

  @ApiProperty({ example: 1, description: "Screenings in which the worker's own level was above the card's." })
  readonly levelRaised: number;

  @ApiProperty({ example: 0, description: "Screenings in which the worker's own level was below the card's." })
  readonly levelLowered: number;
}

export class FlagStatisticsDto {
  @ApiProperty({ format: 'date', example: '2025-12-02', description: 'Counted from this day on.' })
  readonly since: string;

  @ApiProperty({ type: [WorkerDecisionsDto] })
  readonly workers: readonly WorkerDecisionsDto[];
}
