import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay, PageOf } from '@sampan/kernel';
import { Type } from 'class-transformer';
import { IsIn, ValidateNested, IsOptional, IsString, MaxLength, ArrayMaxSize, IsArray, IsInt, IsUUID, Max, Min, MinLength } from 'class-validator';
import { displayName } from '../names/name.rules';
import { birthOf, DATE_PRECISIONS, type DatePrecision } from './partial-date.rules';
import { readableName, type ListedPerson } from './people.service';
import { showReference } from './person-reference.rules';
import { PERSON_STATUSES, SEXES, type PersonStatus, type Sex } from './person.rules';

export class BirthDto {
  @ApiProperty({ format: 'date', example: '1996-04-07', description: 'What the precision leaves unknown is 01.' })
  @IsDay()
  readonly date: string;

  @ApiProperty({ enum: DATE_PRECISIONS, example: 'day' })
  @IsIn(DATE_PRECISIONS)
  readonly precision: DatePrecision;
}

/** Body of a search: it contains names, so it is never in an address. */
export class SearchPeopleDto {
  @ApiPropertyOptional({ example: 'sok', maxLength: 100, description: 'Any part of a name in its script or in Latin letters, or the beginning of a reference.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly text?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', example: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  readonly centreIds?: string[];

  @ApiPropertyOptional({ enum: PERSON_STATUSES, isArray: true, example: ['incomplete', 'complete'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(PERSON_STATUSES, { each: true })
  readonly statuses?: PersonStatus[];

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25, example: 25 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit?: number;
}

export class ListedPersonDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '4073-1529-4' })
  readonly reference: string;

  @ApiProperty({ example: 'សុខ ដារ៉ា', description: 'In the order of the name’s own custom.' })
  readonly displayName: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sok Dara', description: 'As written by the person, else as our rules read the script.' })
  readonly latinName: string | null;

  @ApiProperty({ enum: SEXES })
  readonly sex: Sex;

  @ApiProperty({ type: BirthDto, nullable: true })
  readonly birth: BirthDto | null;

  @ApiProperty({ description: 'Under 18, or the age is in doubt or unknown.' })
  readonly treatAsMinor: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'KH' })
  readonly nationality: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ enum: PERSON_STATUSES })
  readonly status: PersonStatus;

  @ApiProperty({ format: 'date', example: '2026-05-10' })
  readonly registeredOn: string;
}

export class PersonPage extends PageOf(ListedPersonDto) {}

export class CheckDuplicatesDto {
  @ApiProperty({ type: [String], example: ['Sok Dara'], description: 'Every name typed so far.' })
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(200, { each: true })
  readonly names: string[];

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a10', description: 'Where the person is being registered: phone numbers are read as in its country.' })
  @IsUUID()
  readonly centreId: string;

  @ApiPropertyOptional({ type: BirthDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => BirthDto)
  readonly birth?: BirthDto | null;

  @ApiPropertyOptional({ enum: SEXES, example: 'female' })
  @IsOptional()
  @IsIn(SEXES)
  readonly sex?: Sex;

  @ApiPropertyOptional({ type: [String], example: ['+85512000001'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly phones?: string[];

  @ApiPropertyOptional({ type: [String], example: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  readonly documentNumbers?: string[];

  @ApiPropertyOptional({ type: String, nullable: true, example: null, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly addressText?: string | null;
}

export const toListedPersonDto = (row: ListedPerson): ListedPersonDto => ({
  id: row.id,
  reference: showReference(row.reference),
  displayName: displayName(row, row.nationality),
  latinName: readableName(row),
  sex: row.sex,
  birth: birthOf(row),
  treatAsMinor: row.treatAsMinor,
  nationality: row.nationality,
  centreId: row.centreId,
  status: row.status,
  registeredOn: row.registeredOn,
});
