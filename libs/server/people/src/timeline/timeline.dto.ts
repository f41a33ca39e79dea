import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';

export const TIMELINE_ROOMS = ['people', 'training', 'placement', 'risk', 'cases'] as const;
export type TimelineRoom = (typeof TIMELINE_ROOMS)[number];

export class TimelineQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: TIMELINE_ROOMS, isArray: true, description: 'Only what comes from these parts of the work.' })
  @IsOptional()
  @Transform(({ value }) => (value === undefined ? undefined : [value].flat()))
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(TIMELINE_ROOMS, { each: true })
  readonly rooms?: TimelineRoom[];
}

export class TimelineEntryDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty({ example: 'training.enrolled', description: 'Translation key of the text.' })
  readonly kind: string;

  @ApiProperty({ type: Object, additionalProperties: true, example: {} })
  readonly data: Record<string, unknown>;

  @ApiProperty({ example: 'enrolment' })
  readonly sourceType: string;

  @ApiProperty({ format: 'uuid' })
  readonly sourceId: string;
}

export class TimelinePage extends PageOf(TimelineEntryDto) {}
