import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { IsIn, IsInt, IsISO31661Alpha2, IsISO4217CurrencyCode, IsNumber, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { WAGE_PERIODS, type WagePeriod } from '../wages/wage.rules';
import { OFFER_ANSWERS, OFFER_ITEMS, type OfferAnswers } from './offer-screen.rules';
import { VACANCY_KINDS, type VacancyKind } from './vacancy.rules';

const MOST = 99_999_999_999;

export class NewVacancyDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3b01' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3b02' })
  @IsUUID()
  readonly employerId: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, example: null, description: 'The recruitment agency in between, vetted like an employer.' })
  @IsOptional()
  @IsUUID()
  readonly agencyId?: string | null;

  @ApiProperty({ example: 'Baker' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly title: string;

  @ApiProperty({ enum: VACANCY_KINDS, example: 'wage' })
  @IsIn(VACANCY_KINDS)
  readonly kind: VacancyKind;

  @ApiProperty({ example: '7512', description: 'ISCO-08, one to four digits.' })
  @Matches(/^\d{1,4}$/)
  readonly occupation: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Early shifts, six days a week' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  readonly description?: string | null;

  @ApiProperty({ example: 'TH', description: 'ISO 3166-1.' })
  @IsISO31661Alpha2()
  readonly country: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Sa Kaeo' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly place?: string | null;

  @ApiProperty({ example: 4 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly places: number;

  @ApiProperty({ example: 400 })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(MOST)
  readonly wageAmount: number;

  @ApiProperty({ example: 'THB', description: 'ISO 4217.' })
  @IsISO4217CurrencyCode()
  readonly wageCurrency: string;

  @ApiProperty({ enum: WAGE_PERIODS, example: 'day' })
  @IsIn(WAGE_PERIODS)
  readonly wagePeriod: WagePeriod;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 48 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(168)
  readonly hoursPerWeek?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 10000, description: 'Usual pay for this occupation and place, per month and in the same currency.' })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(MOST)
  readonly usualMonthly?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Labour office, second quarter' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly usualSource?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 9000 })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(MOST)
  readonly legalMinimumMonthly?: number | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, example: null })
  @IsOptional()
  @IsDay()
  readonly closesOn?: string | null;
}

export class ChangeVacancyDto extends PartialType(OmitType(NewVacancyDto, ['id', 'employerId'] as const), { skipNullProperties: false }) {
  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  readonly version: number;
}

@ValidatorConstraint({ name: 'offerAnswers' })
class EveryItemAnswered implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) {
      return false;
    }
    const answers = new Map(Object.entries(value));
    return answers.size === OFFER_ITEMS.length && OFFER_ITEMS.every((item) => (OFFER_ANSWERS as readonly unknown[]).includes(answers.get(item)));
  }

  defaultMessage(): string {
    return 'every item needs one of the answers yes, no, unknown';
  }
}

export class ScreenOfferDto {
  @ApiProperty({
    type: Object, additionalProperties: { type: 'string', enum: [...OFFER_ANSWERS] },
    example: Object.fromEntries(OFFER_ITEMS.map((item) => [item, 'no'])),
    description: `Is the warning sign present? Every item: ${OFFER_ITEMS.join(', ')}.`,
  })
  @Validate(EveryItemAnswered)
  readonly answers: OfferAnswers;

  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  readonly version: number;
}
