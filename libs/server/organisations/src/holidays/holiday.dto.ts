import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { NamesInLanguagesDto } from '../names.dto';
import type { Holiday } from './holiday.entity';
import { HOLIDAY_KINDS, type HolidayKind } from './holiday.rules';

export class HolidaysQuery {
  @ApiProperty({ example: 'KH' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;

  @ApiProperty({ example: 2026 })
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(2000)
  @Max(2100)
  readonly year: number;
}

export class HolidayContentDto {
  @ApiProperty({ format: 'date', example: '2028-12-29' })
  @IsDay()
  readonly day: string;

  @ApiProperty({ enum: HOLIDAY_KINDS, example: 'rest', description: '"work": one works although the day would be free.' })
  @IsIn(HOLIDAY_KINDS)
  readonly kind: HolidayKind;

  @ApiProperty({ type: NamesInLanguagesDto })
  @ValidateNested()
  @Type(() => NamesInLanguagesDto)
  readonly names: NamesInLanguagesDto;

  @ApiPropertyOptional({ example: false, description: 'Not announced yet, or by the moon.' })
  @IsOptional()
  @IsBoolean()
  readonly provisional?: boolean;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Sub-decree on public holidays 2028' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly source?: string | null;
}

export class NewHolidayDto extends HolidayContentDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a0a' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ example: 'TH' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a0b', description: 'For one centre only; null for the whole country.' })
  @IsOptional()
  @IsUUID()
  readonly centreId?: string | null;
}

export class ChangeHolidayDto extends HolidayContentDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class HolidayDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'KH' })
  readonly country: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly centreId: string | null;

  @ApiProperty({ format: 'date', example: '2026-12-29' })
  readonly day: string;

  @ApiProperty({ enum: HOLIDAY_KINDS })
  readonly kind: HolidayKind;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' }, example: { en: 'Peace Day' } })
  readonly names: Readonly<Record<string, string>>;

  @ApiProperty()
  readonly provisional: boolean;

  @ApiProperty({ type: String, nullable: true })
  readonly source: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export const toHolidayDto = ({ id, country, centreId, day, kind, names, provisional, source, version }: Holiday): HolidayDto => ({
  id, country, centreId, day, kind, names, provisional, source, version,
});
