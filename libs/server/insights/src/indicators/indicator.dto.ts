import { ApiProperty } from '@nestjs/swagger';
import { INDICATOR_CODES, type IndicatorCode } from './indicator-list';
import type { DefinedIndicator } from './indicator-texts';

export class IndicatorTextDto {
  @ApiProperty({ example: 'P1 Exit basis' })
  readonly name: string;

  @ApiProperty({ example: 'Persons: each counts once a calendar year.' })
  readonly unit: string;

  @ApiProperty({ example: 'Leavers in verified wage work or self-employment on day 180' })
  readonly numerator: string;

  @ApiProperty({ example: 'All who left training, completed or not' })
  readonly denominator: string;

  @ApiProperty({ example: '180 days after leaving, ± 30 days' })
  readonly window: string;

  @ApiProperty({ example: 'Nobody is left out.' })
  readonly exclusions: string;

  @ApiProperty({ example: 'Follow-up observations' })
  readonly source: string;
}

export class IndicatorTextsDto {
  @ApiProperty({ type: IndicatorTextDto })
  readonly en: IndicatorTextDto;

  @ApiProperty({ type: IndicatorTextDto })
  readonly km: IndicatorTextDto;

  @ApiProperty({ type: IndicatorTextDto })
  readonly th: IndicatorTextDto;

  @ApiProperty({ type: IndicatorTextDto })
  readonly zh: IndicatorTextDto;

  @ApiProperty({ type: IndicatorTextDto })
  readonly id: IndicatorTextDto;
}

export class IndicatorDto {
  @ApiProperty({ description: 'Code and basis; names the indicator in release values.', example: 'P1/exit' })
  readonly key: string;

  @ApiProperty({ enum: INDICATOR_CODES })
  readonly code: IndicatorCode;

  @ApiProperty({ example: 'exit' })
  readonly basis: string;

  @ApiProperty({ description: 'A changed definition is a new version.', example: 1 })
  readonly version: number;

  @ApiProperty({ enum: ['count', 'rate'] })
  readonly kind: 'count' | 'rate';

  @ApiProperty({ type: Number, nullable: true, description: 'Day after the event on which the outcome is looked at.', example: 180 })
  readonly day: number | null;

  @ApiProperty({ description: 'Whether outcomes may be unknown, so that there is a rate on known outcomes and a coverage.' })
  readonly hasUnknown: boolean;

  @ApiProperty({ type: IndicatorTextsDto })
  readonly texts: IndicatorTextsDto;
}

export const toIndicatorDto = ({ key, code, basis, version, kind, day, unknown, texts }: DefinedIndicator): IndicatorDto => ({
  key, code, basis, version, kind, day, hasUnknown: unknown !== null, texts,
});
