import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsTimeZone, IsUUID, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { OtherNamesDto } from '../names.dto';
import { CentreDto } from './centre.dto';
import type { Centre } from './centre.entity';

/** Languages in which papers can be printed and people are spoken to. */
export const CENTRE_LANGUAGES = ['en', 'km', 'th', 'zh', 'id', 'lo', 'vi', 'my', 'ms', 'fil'] as const;

export class CentresQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the name.', example: 'aranyaprathet' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly name?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only those of this organisation.' })
  @IsOptional()
  @IsUUID()
  readonly organisation?: string;

  @ApiPropertyOptional({ description: 'Closed ones too.' })
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  readonly closedToo?: boolean;
}

export class CentreContentDto {
  @ApiProperty({ example: 'Centre Riverside', description: 'As it stands on the sign and on papers.' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  readonly name: string;

  @ApiPropertyOptional({ type: OtherNamesDto, description: 'The name in other languages.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OtherNamesDto)
  readonly names?: OtherNamesDto;

  @ApiProperty({ example: 'Asia/Bangkok', description: 'IANA: which day it is at the centre.' })
  @IsTimeZone()
  @MaxLength(60)
  readonly timeZone: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'TH-27', description: 'The province in which it stands.' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly adminAreaCode?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '12 Market Road' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly address?: string | null;

  @ApiProperty({ type: [String], enum: CENTRE_LANGUAGES, example: ['th', 'en'], description: 'In which it works, the first one for its papers.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsIn(CENTRE_LANGUAGES, { each: true })
  readonly languages: string[];
}

export class NewCentreDto extends CentreContentDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a0d', description: 'Made by the client, so that a repeated request has one effect.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a0e' })
  @IsUUID()
  readonly organisationId: string;

  @ApiProperty({ example: 'TH', description: 'Cannot be changed later: laws, consents and statistics hang on it.' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;
}

export class ChangeCentreDto extends CentreContentDto {
  @ApiProperty({ example: false, description: 'Nothing new begins in a closed centre; its records stay.' })
  @IsBoolean()
  readonly closed: boolean;

  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class CentreFileDto extends CentreDto {
  @ApiProperty({ format: 'uuid' })
  readonly organisationId: string;

  @ApiProperty({ type: String, nullable: true, example: 'Example Foundation' })
  readonly organisationName: string | null;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' }, example: { km: 'មជ្ឈមណ្ឌលឧទាហរណ៍' } })
  readonly names: Readonly<Record<string, string>>;

  @ApiProperty({ type: String, nullable: true, example: 'TH-27' })
  readonly adminAreaCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly address: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly closedOn: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class CentrePage extends PageOf(CentreFileDto) {}

export const toCentreFileDto = (centre: Centre): CentreFileDto => ({
  id: centre.id,
  name: centre.name,
  country: centre.country,
  timeZone: centre.timeZone,
  languages: centre.languages,
  organisationId: centre.organisationId,
  organisationName: centre.organisation?.name ?? null,
  names: centre.names,
  adminAreaCode: centre.adminAreaCode,
  address: centre.address,
  closedOn: centre.closedOn,
  closed: centre.closedOn !== null,
  version: centre.version,
});
