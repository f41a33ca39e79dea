import { ApiProperty } from '@nestjs/swagger';
import type { Direction } from '../instruments/instrument.rules';
import { LocalisedTextDto } from '../instruments/localised-text.dto';
import { TIERS, type BandCode, type Tier } from '../score-cards/tier.rules';

export const BANDS = ['low', ...TIERS] as const;

export class FactSourceDto {
  @ApiProperty({
    example: 'session',
    description: 'screening, session, enrolment, placement, follow-up, labour-concern or offer',
  })
  readonly type: string;

  @ApiProperty({ format: 'uuid', example: '0190f3a0-0000-7000-8000-000000000001' })
  readonly id: string;
}

export class RiskReasonDto {
  @ApiProperty({ example: 'signal:missed-sessions:0190f3a0-0000-7000-8000-000000000001:4' })
  readonly key: string;

  @ApiProperty({ example: 'missed-sessions' })
  readonly code: string;

  @ApiProperty({ type: LocalisedTextDto })
  readonly text: LocalisedTextDto;

  @ApiProperty({
    enum: ['risk', 'protective'],
    example: 'risk',
    description: 'A risk raises the score, a strength lowers it.',
  })
  readonly direction: Direction;

  @ApiProperty({ example: 4 })
  readonly points: number;

  @ApiProperty({ example: false, description: 'Rated "partly".' })
  readonly partly: boolean;

  @ApiProperty({ format: 'date', example: '2026-06-10' })
  readonly on: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-07-10',
    description: 'First day on which it no longer counts.',
  })
  readonly expiresOn: string | null;

  @ApiProperty({ type: FactSourceDto })
  readonly source: FactSourceDto;
}

export class UnknownItemDto {
  @ApiProperty({ example: 'debt-to-recruiter' })
  readonly code: string;

  @ApiProperty({ type: LocalisedTextDto })
  readonly text: LocalisedTextDto;

  @ApiProperty({ enum: ['risk', 'protective'], example: 'risk' })
  readonly direction: Direction;

  @ApiProperty({ example: 4, description: 'How far the answer could move the score.' })
  readonly points: number;
}

export class RiskScoreDto {
  @ApiProperty({ example: 'online-scam-exposure-card-1' })
  readonly cardId: string;

  @ApiProperty({ enum: ['not-calibrated'], example: 'not-calibrated' })
  readonly calibration: 'not-calibrated';

  @ApiProperty({ format: 'date', example: '2026-06-10' })
  readonly scoredOn: string;

  @ApiProperty({ example: 9 })
  readonly points: number;

  @ApiProperty({ example: 0, description: 'The sum if every unknown answer turned out for the better.' })
  readonly low: number;

  @ApiProperty({ example: 31, description: 'The sum if every unknown answer turned out for the worse.' })
  readonly high: number;

  @ApiProperty({ enum: BANDS, example: 'moderate' })
  readonly band: BandCode;

  @ApiProperty({ enum: BANDS, example: 'low' })
  readonly lowBand: BandCode;

  @ApiProperty({ enum: BANDS, example: 'urgent' })
  readonly highBand: BandCode;

  @ApiProperty({ type: String, enum: TIERS, nullable: true, example: 'moderate' })
  readonly tier: Tier | null;

  @ApiProperty({ type: [RiskReasonDto] })
  readonly reasons: readonly RiskReasonDto[];

  @ApiProperty({ example: 1, description: 'How many more facts count that this reader may not see.' })
  readonly hiddenReasons: number;

  @ApiProperty({ type: [UnknownItemDto], description: 'What would help to know, heaviest first.' })
  readonly unknown: readonly UnknownItemDto[];
}
