import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { IsIn, IsObject, IsOptional, IsUUID } from 'class-validator';
import {
  OUTCOME_DIMENSIONS,
  OUTCOME_OCCASIONS,
  type OutcomeOccasion,
  type OutcomeReasons,
  type OutcomeScores,
} from './outcome-scale.rules';

const EXAMPLE_SCORES = Object.fromEntries(OUTCOME_DIMENSIONS.map((dimension) => [dimension, 3]));

export class RecordAssessmentDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Minted by the client, so that the same assessment sent twice is one.',
  })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ enum: OUTCOME_OCCASIONS, example: 'intake' })
  @IsIn(OUTCOME_OCCASIONS)
  readonly occasion: OutcomeOccasion;

  @ApiProperty({ format: 'date', example: '2024-01-15' })
  @IsDay()
  readonly observedOn: string;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'integer', minimum: 1, maximum: 4 },
    example: EXAMPLE_SCORES,
    description: `1 (in crisis) to 4 (thriving) for each of: ${OUTCOME_DIMENSIONS.join(', ')}.`,
  })
  @IsObject()
  readonly scores: OutcomeScores;

  @ApiPropertyOptional({
    type: Object,
    additionalProperties: { type: 'string' },
    example: {},
    description: 'Why a score of 1 or 2 has no goal, by dimension.',
  })
  @IsOptional()
  @IsObject()
  readonly reasons?: OutcomeReasons;
}

export class AssessmentDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: OUTCOME_OCCASIONS })
  readonly occasion: OutcomeOccasion;

  @ApiProperty({ format: 'date' })
  readonly observedOn: string;

  @ApiProperty({ type: Object, additionalProperties: { type: 'integer' }, example: EXAMPLE_SCORES })
  readonly scores: OutcomeScores;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' }, example: {} })
  readonly reasons: OutcomeReasons;

  @ApiProperty({ type: String, nullable: true })
  readonly recordedByName: string | null;
}
