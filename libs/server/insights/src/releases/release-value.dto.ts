import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { SUPPRESSION_REASONS, type SuppressionReason } from '../disclosure/rates.rules';
import { INDICATOR_CODES, type IndicatorCode } from '../indicators/indicator-list';
import { DIMENSIONS, type Dimension } from '../indicators/populations';
import type { ReleaseValue } from './release-value.entity';
import type { ReleaseTable } from './releases.service';

export class ValueQueryDto {
  @ApiPropertyOptional({ enum: INDICATOR_CODES })
  @IsOptional()
  @IsIn(INDICATOR_CODES)
  readonly code?: IndicatorCode;

  @ApiPropertyOptional({ enum: DIMENSIONS })
  @IsOptional()
  @IsIn(DIMENSIONS)
  readonly dimension?: Dimension;
}

export class BoundDto {
  @ApiProperty({ enum: ['below', 'above'] })
  readonly is: 'below' | 'above';

  @ApiProperty({ example: 10 })
  readonly than: number;
}

/** A number as it is published: rounded, or suppressed with the reason and, where it is true, a bound. */
export class PublishedNumberDto {
  @ApiProperty({ type: Number, nullable: true, example: 45 })
  readonly value: number | null;

  @ApiProperty({ example: false })
  readonly suppressed: boolean;

  @ApiProperty({ enum: SUPPRESSION_REASONS, nullable: true, example: null })
  readonly reason: SuppressionReason | null;

  @ApiProperty({ type: BoundDto, nullable: true })
  readonly bound: BoundDto | null;
}

export class ReleasedPlaceDto {
  @ApiProperty({ enum: ['centre', 'province', 'country'], description: 'Small places roll up: the level at which this one could be published.' })
  readonly level: 'centre' | 'province' | 'country';

  @ApiProperty({ type: String, nullable: true, example: 'Demo Centre Aranyaprathet' })
  readonly name: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'ISO 3166-2', example: 'TH-27' })
  readonly province: string | null;

  @ApiProperty({ description: 'How many centres it holds together.', example: 1 })
  readonly centres: number;
}

export class ReleaseValueDto {
  @ApiProperty({ example: 'P1/exit' })
  readonly indicator: string;

  @ApiProperty({ enum: INDICATOR_CODES })
  readonly code: IndicatorCode;

  @ApiProperty({ example: 1 })
  readonly definitionVersion: number;

  @ApiProperty({ description: 'A quarter (2026-Q2) or a calendar year (2026).', example: '2025-Q3' })
  readonly period: string;

  @ApiProperty({ enum: DIMENSIONS })
  readonly dimension: Dimension;

  @ApiProperty({ example: 'all' })
  readonly category: string;

  @ApiProperty({ type: ReleasedPlaceDto, nullable: true })
  readonly place: ReleasedPlaceDto | null;

  @ApiProperty({ description: 'False: the cohort is not mature, and `due` of `cohort` are due.' })
  readonly mature: boolean;

  @ApiProperty({ type: PublishedNumberDto, nullable: true, description: 'Percent on all: the lower bound, because unknown is not confirmed.' })
  readonly rate: PublishedNumberDto | null;

  @ApiProperty({ type: PublishedNumberDto, nullable: true, description: 'Percent on known outcomes.' })
  readonly knownRate: PublishedNumberDto | null;

  @ApiProperty({ type: PublishedNumberDto, nullable: true, description: 'Percent of outcomes that are known.' })
  readonly coverage: PublishedNumberDto | null;

  @ApiProperty({ type: PublishedNumberDto, nullable: true })
  readonly numerator: PublishedNumberDto | null;

  @ApiProperty({ type: PublishedNumberDto, nullable: true })
  readonly denominator: PublishedNumberDto | null;

  @ApiProperty({ type: PublishedNumberDto, nullable: true })
  readonly unknown: PublishedNumberDto | null;

  @ApiProperty({ type: PublishedNumberDto, nullable: true, description: 'Coded exclusions; for whole years only.' })
  readonly excluded: PublishedNumberDto | null;

  @ApiProperty({ type: PublishedNumberDto, nullable: true })
  readonly due: PublishedNumberDto | null;

  @ApiProperty({ type: PublishedNumberDto, nullable: true })
  readonly cohort: PublishedNumberDto | null;

  @ApiProperty({ format: 'date-time' })
  readonly computedAt: string;

  @ApiProperty({ format: 'date' })
  readonly cutOff: string;
}

export class ReleaseValuesDto {
  @ApiProperty({ format: 'uuid' })
  readonly releaseId: string;

  @ApiProperty({ type: [ReleaseValueDto] })
  readonly values: ReleaseValueDto[];
}

export const toReleaseValueDto = (value: ReleaseValue): ReleaseValueDto => ({
  indicator: value.indicator,
  code: value.code,
  definitionVersion: value.definitionVersion,
  period: value.period,
  dimension: value.dimension,
  category: value.category,
  place: value.place,
  mature: value.mature,
  ...value.numbers,
  computedAt: value.computedAt.toISOString(),
  cutOff: value.cutOff,
});

export const toReleaseValuesDto = ({ release, values }: ReleaseTable): ReleaseValuesDto => ({ releaseId: release.id, values: values.map(toReleaseValueDto) });
