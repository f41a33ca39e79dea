import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { RATINGS } from '../instruments/instrument.rules';
import type { BandCode } from '../score-cards/tier.rules';
import { BANDS, RiskScoreDto } from '../scores/score.dto';
import type { OfferFinding, Override } from './screening.rules';

const LONGEST_TEXT = 2_000;
/** More answers than any instrument has items. */
const MOST_ANSWERS = 200;

export class ScreeningAnswerDto {
  @ApiProperty({ example: 'offer-in-hand' })
  @IsString()
  @MaxLength(60)
  readonly item: string;

  @ApiProperty({ example: 'present', description: `On the scale of the instrument: ${RATINGS.join(', ')}.` })
  @IsString()
  @MaxLength(20)
  readonly rating: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Showed the message',
    description: 'Stored encrypted.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly evidence?: string | null;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-01-12',
    description: 'The day the rating is about; else the day of the talk.',
  })
  @IsOptional()
  @IsDay()
  readonly on?: string | null;
}

export class RecordScreeningDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client: the same screening sent twice is one.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ example: 'online-scam-exposure-1' })
  @IsString()
  @MaxLength(100)
  readonly instrumentId: string;

  @ApiProperty({ format: 'date', example: '2026-01-12' })
  @IsDay()
  readonly screenedOn: string;

  @ApiProperty({
    type: [ScreeningAnswerDto],
    description: 'Items left out stay as they were known before, or unknown.',
  })
  @IsArray()
  @ArrayMaxSize(MOST_ANSWERS)
  @ValidateNested({ each: true })
  @Type(() => ScreeningAnswerDto)
  readonly answers: readonly ScreeningAnswerDto[];

  @ApiPropertyOptional({
    type: String,
    enum: BANDS,
    nullable: true,
    example: 'moderate',
    description: "The worker's own judgement, which may differ from the points.",
  })
  @IsOptional()
  @IsIn(BANDS)
  readonly ownLevel?: BandCode | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Is unsure about the message and asked for time.',
    description: 'Needed with an own level. Stored encrypted.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly ownReasons?: string | null;
}

export class RatedItemDto {
  @ApiProperty({ example: 'offer-in-hand' })
  readonly item: string;

  @ApiProperty({ enum: RATINGS, example: 'present' })
  readonly rating: string;

  @ApiProperty({ type: String, nullable: true, example: 'Showed the message' })
  readonly evidence: string | null;

  @ApiProperty({ format: 'date', example: '2026-01-12' })
  readonly on: string;
}

export class ScreeningDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'online-scam-exposure-1' })
  readonly instrumentId: string;

  @ApiProperty({ format: 'date', example: '2026-01-12' })
  readonly screenedOn: string;

  @ApiProperty({ type: String, nullable: true, example: 'Dara Keo' })
  readonly recordedBy: string | null;

  @ApiProperty({ type: [RatedItemDto] })
  readonly answers: readonly RatedItemDto[];

  @ApiProperty({
    enum: ['not-asked', 'warning-signs', 'no-warning-signs'],
    example: 'warning-signs',
    description: 'No warning signs does not mean that the offer is safe.',
  })
  readonly offerFinding: OfferFinding;

  @ApiProperty({ type: String, enum: BANDS, nullable: true, example: 'moderate' })
  readonly ownLevel: BandCode | null;

  @ApiProperty({ type: String, nullable: true, example: 'Is unsure about the message and asked for time.' })
  readonly ownReasons: string | null;

  @ApiProperty({
    enum: ['none', 'higher', 'lower'],
    example: 'none',
    description: "How the worker's own level stands to the card's.",
  })
  readonly override: Override;

  @ApiProperty({ type: RiskScoreDto, description: 'What the card said on that day; never scored again.' })
  readonly score: RiskScoreDto;
}
