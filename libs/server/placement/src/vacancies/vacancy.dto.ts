import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { WAGE_PERIODS, type WagePeriod } from '../wages/wage.rules';
import { COMPUTED_ITEMS, OFFER_ANSWERS, OFFER_ITEMS, SCREEN_OUTCOMES, type ComputedItem, type OfferAnswers, type OfferItem, type ScreenOutcome } from './offer-screen.rules';
import type { Vacancy } from './vacancy.entity';
import { VACANCY_KINDS, VACANCY_STATES, type VacancyKind, type VacancyState } from './vacancy.rules';

export class VacanciesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: VACANCY_STATES })
  @IsOptional()
  @IsIn(VACANCY_STATES)
  readonly state?: VacancyState;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly employerId?: string;
}

export class VacancyDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ format: 'uuid' })
  readonly employerId: string;

  @ApiProperty({ example: 'Sunrise Bakery' })
  readonly employerName: string;

  @ApiProperty({ example: 'Baker' })
  readonly title: string;

  @ApiProperty({ enum: VACANCY_KINDS })
  readonly kind: VacancyKind;

  @ApiProperty({ example: '7512' })
  readonly occupation: string;

  @ApiProperty({ example: 'TH' })
  readonly country: string;

  @ApiProperty({ type: String, nullable: true })
  readonly place: string | null;

  @ApiProperty({ example: 4 })
  readonly places: number;

  @ApiProperty({ example: 1 })
  readonly taken: number;

  @ApiProperty({ example: 400 })
  readonly wageAmount: number;

  @ApiProperty({ example: 'THB' })
  readonly wageCurrency: string;

  @ApiProperty({ enum: WAGE_PERIODS })
  readonly wagePeriod: WagePeriod;

  @ApiProperty({ type: Number, nullable: true, example: 10400, description: 'The wage brought to a month; null for piece work.' })
  readonly wageMonthly: number | null;

  @ApiProperty({ enum: VACANCY_STATES })
  readonly state: VacancyState;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly closesOn: string | null;

  @ApiProperty({ enum: SCREEN_OUTCOMES, nullable: true })
  readonly screenOutcome: ScreenOutcome | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class VacancyPage extends PageOf(VacancyDto) {}

export class VacancyDetailDto extends VacancyDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly agencyId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly agencyName: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly description: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly hoursPerWeek: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly usualMonthly: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly usualSource: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly legalMinimumMonthly: number | null;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string', enum: [...OFFER_ANSWERS] }, nullable: true, description: `By item: ${OFFER_ITEMS.join(', ')}.` })
  readonly screenAnswers: OfferAnswers | null;

  @ApiProperty({ type: [String], enum: [...OFFER_ITEMS, ...COMPUTED_ITEMS], description: 'Warning signs that are present, asked or computed from the pay.' })
  readonly screenSigns: (OfferItem | ComputedItem)[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly screenedAt: string | null;
}

export const toVacancyDto = (vacancy: Vacancy, names: ReadonlyMap<string, string>): VacancyDto => ({
  id: vacancy.id,
  centreId: vacancy.centreId,
  employerId: vacancy.employerId,
  employerName: names.get(vacancy.employerId) ?? '',
  title: vacancy.title,
  kind: vacancy.kind,
  occupation: vacancy.occupation,
  country: vacancy.country,
  place: vacancy.place,
  places: vacancy.places,
  taken: vacancy.taken,
  wageAmount: vacancy.wageAmount,
  wageCurrency: vacancy.wageCurrency,
  wagePeriod: vacancy.wagePeriod,
  wageMonthly: vacancy.wageMonthly,
  state: vacancy.state,
  closesOn: vacancy.closesOn,
  screenOutcome: vacancy.screenOutcome,
  version: vacancy.version,
});

export const toVacancyDetailDto = (vacancy: Vacancy, names: ReadonlyMap<string, string>): VacancyDetailDto => ({
  ...toVacancyDto(vacancy, names),
  agencyId: vacancy.agencyId,
  agencyName: vacancy.agencyId ? (names.get(vacancy.agencyId) ?? '') : null,
  description: vacancy.description,
  hoursPerWeek: vacancy.hoursPerWeek,
  usualMonthly: vacancy.usualMonthly,
  usualSource: vacancy.usualSource,
  legalMinimumMonthly: vacancy.legalMinimumMonthly,
  screenAnswers: vacancy.screenAnswers,
  screenSigns: vacancy.screenSigns ?? [],
  screenedAt: vacancy.screenedAt?.toISOString() ?? null,
});
