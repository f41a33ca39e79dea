import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO31661Alpha2, IsISO4217CurrencyCode, IsNumber, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import { WAGE_PERIODS, type WagePeriod } from '../wages/wage.rules';
import { END_REASONS, PASSPORT_HOLDERS, PLACEMENT_KINDS, RECORDED_SOURCES, type EndReason, type PassportHolder, type PlacementKind, type RecordedSource } from './placement.rules';
import { COST_HEADS, COST_PAYERS, type CostHead, type CostPayer } from './recruitment-cost.rules';

const MOST = 99_999_999_999;
/** BCP 47, as much of it as languages of the region need. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/;

/** May be left out, but not be null. */
const isThere = (_: unknown, value: unknown): boolean => value !== undefined;

export class RecruitmentCostDto {
  @ApiProperty({ enum: COST_HEADS, example: 'medical' })
  @IsIn(COST_HEADS)
  readonly head: CostHead;

  @ApiProperty({ example: 0, description: 'Zero is an answer.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(MOST)
  readonly amount: number;

  @ApiProperty({ enum: COST_PAYERS, example: 'employer' })
  @IsIn(COST_PAYERS)
  readonly paidBy: CostPayer;
}

export class RecordJobDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3d01' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3d02' })
  @IsUUID()
  readonly personId: string;

  @ApiProperty({ enum: RECORDED_SOURCES, example: 'self-found' })
  @IsIn(RECORDED_SOURCES)
  readonly source: RecordedSource;

  @ApiProperty({ enum: PLACEMENT_KINDS, example: 'wage' })
  @IsIn(PLACEMENT_KINDS)
  readonly kind: PlacementKind;

  @ApiProperty({ example: 'Shop assistant' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly title: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'A shop at the market' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly employerName?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '5223' })
  @IsOptional()
  @Matches(/^\d{1,4}$/)
  readonly occupation?: string | null;

  @ApiProperty({ example: 'KH' })
  @IsISO31661Alpha2()
  readonly country: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Poipet' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly place?: string | null;

  @ApiProperty({ format: 'date', example: '2026-01-15' })
  @IsDay()
  readonly startedOn: string;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 200 })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(MOST)
  readonly wageAmount?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'USD' })
  @IsOptional()
  @IsISO4217CurrencyCode()
  readonly wageCurrency?: string | null;

  @ApiPropertyOptional({ enum: WAGE_PERIODS, nullable: true, example: 'month' })
  @IsOptional()
  @IsIn(WAGE_PERIODS)
  readonly wagePeriod?: WagePeriod | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 54 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(168)
  readonly hoursPerWeek?: number | null;

  @ApiProperty({ example: false, description: 'False raises a concern; it does not block the record.' })
  @IsBoolean()
  readonly hasWrittenContract: boolean;

  @ApiProperty({ enum: PASSPORT_HOLDERS, example: 'person', description: 'Held by employer, agency or somebody else raises a concern.' })
  @IsIn(PASSPORT_HOLDERS)
  readonly passportHolder: PassportHolder;

  @ApiPropertyOptional({ type: [RecruitmentCostDto], example: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(COST_HEADS.length)
  @ArrayUnique(({ head }: RecruitmentCostDto) => head)
  @ValidateNested({ each: true })
  @Type(() => RecruitmentCostDto)
  readonly costs?: RecruitmentCostDto[];

  @ApiPropertyOptional({ type: String, nullable: true, example: 'USD' })
  @IsOptional()
  @IsISO4217CurrencyCode()
  readonly costCurrency?: string | null;
}

export class PlacementPapersDto {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'km', description: 'The language of the contract, BCP 47.' })
  @IsOptional()
  @Matches(LANGUAGE)
  readonly contractLanguage?: string | null;

  @ApiPropertyOptional({ example: true, description: 'The person confirmed that they read this language, or it was read to them in theirs.' })
  @ValidateIf(isThere)
  @IsBoolean()
  readonly contractUnderstood?: boolean;

  @ApiPropertyOptional({ enum: PASSPORT_HOLDERS, nullable: true, example: 'person' })
  @IsOptional()
  @IsIn(PASSPORT_HOLDERS)
  readonly passportHolder?: PassportHolder | null;

  @ApiPropertyOptional({ type: [RecruitmentCostDto], description: 'Every head, with who paid; a head left out is blank.' })
  @ValidateIf(isThere)
  @IsArray()
  @ArrayMaxSize(COST_HEADS.length)
  @ArrayUnique(({ head }: RecruitmentCostDto) => head)
  @ValidateNested({ each: true })
  @Type(() => RecruitmentCostDto)
  readonly costs?: RecruitmentCostDto[];

  @ApiPropertyOptional({ type: String, nullable: true, example: 'THB' })
  @IsOptional()
  @IsISO4217CurrencyCode()
  readonly costCurrency?: string | null;

  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  readonly version: number;
}

export class StartPlacementDto {
  @ApiProperty({ format: 'date', example: '2026-03-01' })
  @IsDay()
  readonly startedOn: string;
}

export class EndPlacementDto {
  @ApiProperty({ format: 'date', example: '2026-06-01' })
  @IsDay()
  readonly endedOn: string;

  @ApiProperty({ enum: END_REASONS, example: 'contract-ended' })
  @IsIn(END_REASONS)
  readonly reason: EndReason;
}
