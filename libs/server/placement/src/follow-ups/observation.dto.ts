import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO4217CurrencyCode, IsNumber, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { ILO_INDICATORS, type IloIndicator } from '../concerns/ilo-indicators.rules';
import { WAGE_PERIODS, type WagePeriod } from '../wages/wage.rules';
import type { Observation } from './observation.entity';
import { EMPLOYMENTS, EVIDENCE_TYPES, type Employment, type EvidenceType } from './observation.rules';

export class RecordObservationDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3e02' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'date', example: '2026-03-08' })
  @IsDay()
  readonly observedOn: string;

  @ApiProperty({ enum: EMPLOYMENTS, example: 'employed' })
  @IsIn(EMPLOYMENTS)
  readonly employment: Employment;

  @ApiPropertyOptional({ type: Boolean, nullable: true, example: true })
  @IsOptional()
  @IsBoolean()
  readonly sameEmployer?: boolean | null;

  @ApiProperty({ enum: EVIDENCE_TYPES, example: 'payslip' })
  @IsIn(EVIDENCE_TYPES)
  readonly evidence: EvidenceType;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 10400 })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(99_999_999_999)
  readonly wageAmount?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'THB' })
  @IsOptional()
  @IsISO4217CurrencyCode()
  readonly wageCurrency?: string | null;

  @ApiPropertyOptional({ enum: WAGE_PERIODS, nullable: true, example: 'month' })
  @IsOptional()
  @IsIn(WAGE_PERIODS)
  readonly wagePeriod?: WagePeriod | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 48 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(168)
  readonly hoursPerWeek?: number | null;

  @ApiPropertyOptional({ type: [String], enum: ILO_INDICATORS, example: [], description: 'ILO indicators of forced labour that the person speaks of.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(ILO_INDICATORS.length)
  @ArrayUnique()
  @IsIn(ILO_INDICATORS, { each: true })
  readonly indicators?: IloIndicator[];

  @ApiPropertyOptional({ type: String, nullable: true, example: null, description: "In the person's words; kept sealed." })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  readonly words?: string | null;
}

export class ObservationDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date' })
  readonly observedOn: string;

  @ApiProperty({ enum: EMPLOYMENTS })
  readonly employment: Employment;

  @ApiProperty({ type: Boolean, nullable: true })
  readonly sameEmployer: boolean | null;

  @ApiProperty({ enum: EVIDENCE_TYPES })
  readonly evidence: EvidenceType;

  @ApiProperty()
  readonly verified: boolean;

  @ApiProperty({ type: Number, nullable: true })
  readonly wageMonthly: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly wageCurrency: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Less than was promised; null when it cannot be compared.' })
  readonly belowPromise: boolean | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly hoursPerWeek: number | null;

  @ApiProperty({ type: [String], enum: ILO_INDICATORS })
  readonly indicators: IloIndicator[];

  @ApiProperty({ description: 'There are words of the person; they are read in the labour concern, with a reason.' })
  readonly hasWords: boolean;
}

export const toObservationDto = (observation: Observation): ObservationDto => ({
  id: observation.id,
  observedOn: observation.observedOn,
  employment: observation.employment,
  sameEmployer: observation.sameEmployer,
  evidence: observation.evidence,
  verified: observation.verified,
  wageMonthly: observation.wageMonthly,
  wageCurrency: observation.wageCurrency,
  belowPromise: observation.belowPromise,
  hoursPerWeek: observation.hoursPerWeek,
  indicators: observation.indicators,
  hasWords: observation.sealedWords !== null,
});
