import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay, PageOf, PageQuery } from '@sampan/kernel';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { LocalisedTextDto } from '../instruments/localised-text.dto';
import { TIERS, type BandCode, type Tier } from '../score-cards/tier.rules';
import { BANDS, RiskReasonDto, RiskScoreDto } from '../scores/score.dto';
import {
  CHOSEN_OUTCOMES,
  CLOSING_OUTCOMES,
  FLAG_STATES,
  REVIEW_ACTIONS,
  type ClosingOutcome,
  type FlagState,
  type ReviewAction,
} from './flag.rules';
import { OFFERS_OF_HELP, type OfferOfHelp } from './offers-of-help.rules';

export class FlagQuery extends PageQuery {
  @ApiPropertyOptional({ isArray: true, enum: FLAG_STATES, description: 'Default: those nobody has decided yet.' })
  @IsOptional()
  @Transform(({ value }) => (Array.isArray(value) ? value : String(value).split(',')))
  @IsArray()
  @ArrayMaxSize(FLAG_STATES.length)
  @IsIn(FLAG_STATES, { each: true })
  readonly state?: readonly FlagState[];

  @ApiPropertyOptional({ enum: TIERS })
  @IsOptional()
  @IsIn(TIERS)
  readonly tier?: Tier;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly personId?: string;
}

export class FlagPersonDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '4073-1529-6' })
  readonly reference: string;

  @ApiProperty({ example: 'สมชาย ใจดี' })
  readonly fullName: string;

  @ApiProperty({ type: String, nullable: true, example: 'Somchai Jaidee' })
  readonly latinName: string | null;

  @ApiProperty({ example: false, description: 'Under 18, or age in doubt: the stricter clock.' })
  readonly treatAsMinor: boolean;
}

export class FlagSummaryDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: FlagPersonDto })
  readonly person: FlagPersonDto;

  @ApiProperty({ enum: FLAG_STATES, example: 'raised' })
  readonly state: FlagState;

  @ApiProperty({ enum: TIERS, example: 'moderate' })
  readonly tier: Tier;

  @ApiProperty({ format: 'date-time', example: '2026-06-10T03:00:00.000Z' })
  readonly raisedAt: string;

  @ApiProperty({ format: 'date', example: '2026-06-24', description: 'The last day on which an answer is in time.' })
  readonly respondBy: string;

  @ApiProperty({ example: false })
  readonly overdue: boolean;

  @ApiProperty({ example: false, description: 'In nobody’s caseload: the centre supervisor’s.' })
  readonly unassigned: boolean;

  @ApiProperty({ type: [RiskReasonDto], description: 'The heaviest facts that this reader may see.' })
  readonly reasons: readonly RiskReasonDto[];

  @ApiProperty({ example: 0, description: 'How many more facts count.' })
  readonly moreReasons: number;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class FlagPage extends PageOf(FlagSummaryDto) {}

export class FlagChangesDto {
  @ApiProperty({ format: 'date', example: '2026-06-10', description: 'The day of the raising or of the last review.' })
  readonly since: string;

  @ApiProperty({ type: [RiskReasonDto] })
  readonly added: readonly RiskReasonDto[];

  @ApiProperty({ type: [RiskReasonDto] })
  readonly gone: readonly RiskReasonDto[];
}

export class FlagClearingDto {
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-07-10',
    description: 'With nothing new, the day on which nobody would be asked any more.',
  })
  readonly onItsOwnOn: string | null;

  @ApiProperty({ type: [RiskReasonDto], description: 'The fewest facts whose end would clear it.' })
  readonly fewest: readonly RiskReasonDto[];

  @ApiProperty({ example: 0, description: 'How many of the fewest this reader may not see.' })
  readonly hidden: number;
}

export class OfferOfHelpDto {
  @ApiProperty({ enum: OFFERS_OF_HELP, example: 'back-to-training' })
  readonly code: OfferOfHelp;

  @ApiProperty({ type: LocalisedTextDto })
  readonly text: LocalisedTextDto;
}

export class FlagReviewDto {
  @ApiProperty({ enum: REVIEW_ACTIONS, example: 'start' })
  readonly action: ReviewAction;

  @ApiProperty({ format: 'date-time', example: '2026-06-11T03:00:00.000Z' })
  readonly at: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Dara Keo',
    description: 'Null when the product did it: consent was withdrawn.',
  })
  readonly by: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly reason: string | null;

  @ApiProperty({ type: String, enum: OFFERS_OF_HELP, nullable: true, example: null })
  readonly offerOfHelp: OfferOfHelp | null;

  @ApiProperty({ type: String, enum: CLOSING_OUTCOMES, nullable: true, example: null })
  readonly outcome: ClosingOutcome | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  readonly deferredUntil: string | null;
}

export class FlagDto extends FlagSummaryDto {
  @ApiProperty({ type: RiskScoreDto })
  readonly score: RiskScoreDto;

  @ApiProperty({
    type: String,
    enum: BANDS,
    nullable: true,
    example: null,
    description: "The worker's own level at the last screening.",
  })
  readonly ownLevel: BandCode | null;

  @ApiProperty({ type: FlagChangesDto })
  readonly changes: FlagChangesDto;

  @ApiProperty({ type: FlagClearingDto })
  readonly clearing: FlagClearingDto;

  @ApiProperty({ type: [OfferOfHelpDto], description: 'Best first.' })
  readonly suggestedHelp: readonly OfferOfHelpDto[];

  @ApiProperty({ type: [OfferOfHelpDto], description: 'Everything that can be offered.' })
  readonly possibleHelp: readonly OfferOfHelpDto[];

  @ApiProperty({ enum: REVIEW_ACTIONS, isArray: true, example: ['start', 'accept', 'dismiss', 'defer', 'close'] })
  readonly possibleActions: readonly ReviewAction[];

  @ApiProperty({ type: [FlagReviewDto], description: 'Newest first.' })
  readonly reviews: readonly FlagReviewDto[];
}

export class ReviewFlagDto {
  @ApiProperty({ enum: REVIEW_ACTIONS, example: 'start' })
  @IsIn(REVIEW_ACTIONS)
  readonly action: ReviewAction;

  @ApiProperty({ example: 1, description: 'The version that was read.' })
  @IsInt()
  @Min(1)
  readonly version: number;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'We talked; she would like to have the offer checked.',
    description: 'Needed for every decision. Stored encrypted.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  readonly reason?: string | null;

  @ApiPropertyOptional({
    type: String,
    enum: OFFERS_OF_HELP,
    nullable: true,
    example: null,
    description: 'Needed to accept.',
  })
  @IsOptional()
  @IsIn(OFFERS_OF_HELP)
  readonly offerOfHelp?: OfferOfHelp | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, example: null, description: 'Needed to defer.' })
  @IsOptional()
  @IsDay()
  readonly deferUntil?: string | null;

  @ApiPropertyOptional({
    type: String,
    enum: CHOSEN_OUTCOMES,
    nullable: true,
    example: null,
    description: 'Needed to close.',
  })
  @IsOptional()
  @IsIn(CHOSEN_OUTCOMES)
  readonly outcome?: (typeof CHOSEN_OUTCOMES)[number] | null;
}
