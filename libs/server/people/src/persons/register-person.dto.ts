import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { NewContactDto } from '../contacts/contact.dto';
import { RecordConsentDto } from '../consents/consent.dto';
import { DUPLICATE_ANSWERS, type DuplicateAnswer } from '../duplicates/duplicate-pair.rules';
import { NewDocumentDto } from '../identifiers/identity-document.dto';
import { BirthDto } from './person.dto';
import { ACCOMPANIED_BY, INTAKE_SOURCES, SEXES, type AccompaniedBy, type IntakeSource, type Sex } from './person.rules';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export class PersonFactsDto {
  @ApiProperty({ example: 'សុខ ដារ៉ា', maxLength: 200, description: 'As the person writes or says it, in any script.' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  @Matches(/\S/)
  readonly fullName: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Sok Dara', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly latinName?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'ដារ៉ា', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly givenName?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'សុខ', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly familyName?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly nickname?: string | null;

  @ApiPropertyOptional({ type: [String], example: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  readonly alsoKnownAs?: string[];

  @ApiPropertyOptional({ enum: SEXES, example: 'female' })
  @IsOptional()
  @IsIn(SEXES)
  readonly sex?: Sex;

  @ApiPropertyOptional({ type: BirthDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => BirthDto)
  readonly birth?: BirthDto | null;

  @ApiPropertyOptional({ example: false })
  @IsOptional()
  @IsBoolean()
  readonly ageInDoubt?: boolean;

  @ApiPropertyOptional({ enum: ACCOMPANIED_BY, nullable: true, example: 'nobody' })
  @IsOptional()
  @IsIn(ACCOMPANIED_BY)
  readonly accompaniedBy?: AccompaniedBy | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true, example: false })
  @IsOptional()
  @IsBoolean()
  readonly guardianImplicated?: boolean | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'KH', description: 'ISO 3166-1; XXA stateless, XXX unknown.' })
  @IsOptional()
  @Matches(/^([A-Z]{2}|XXA|XXX)$/)
  readonly nationality?: string | null;

  @ApiPropertyOptional({ type: [String], example: ['km'], description: 'BCP 47, the best one first.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(LANGUAGE, { each: true })
  readonly languages?: string[];

  @ApiPropertyOptional({ type: Number, nullable: true, example: 2, description: 'ISCED 2011 level.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(8)
  readonly education?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'ISO 3166-2.' })
  @IsOptional()
  @Matches(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
  readonly adminAreaCode?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly addressText?: string | null;

  @ApiPropertyOptional({ enum: INTAKE_SOURCES, nullable: true, example: 'walk-in' })
  @IsOptional()
  @IsIn(INTAKE_SOURCES)
  readonly intakeSource?: IntakeSource | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 2000, description: 'Kept sealed; read only by those who may see protection facts.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly presentingIssue?: string | null;

  @ApiPropertyOptional({ example: false })
  @IsOptional()
  @IsBoolean()
  readonly urgentConcern?: boolean;
}

export class DuplicateAnswerDto {
  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a11' })
  @IsUUID()
  readonly personId: string;

  @ApiProperty({ enum: DUPLICATE_ANSWERS, example: 'not-the-same' })
  @IsIn(DUPLICATE_ANSWERS)
  readonly answer: DuplicateAnswer;
}

export class RegisterPersonDto extends PersonFactsDto {
  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a12', description: 'Made by the client: the same registration repeated is one person.' })
  @IsUUID()
  readonly id: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a10' })
  @IsUUID()
  readonly centreId: string;

  @ApiPropertyOptional({ maxLength: 20, description: 'Minted offline; else the server makes one.' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly reference?: string;

  @ApiPropertyOptional({ type: [NewContactDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => NewContactDto)
  readonly contacts?: NewContactDto[];

  @ApiPropertyOptional({ type: [NewDocumentDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => NewDocumentDto)
  readonly documents?: NewDocumentDto[];

  @ApiPropertyOptional({ type: [RecordConsentDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => RecordConsentDto)
  readonly consents?: RecordConsentDto[];

  @ApiPropertyOptional({ type: [DuplicateAnswerDto], description: 'What was answered about possible duplicates.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DuplicateAnswerDto)
  readonly answers?: DuplicateAnswerDto[];
}

export class ChangePersonDto extends PartialType(PersonFactsDto) {
  @ApiProperty({ example: 1, description: 'The version that was changed.' })
  @IsInt()
  @Min(1)
  readonly version: number;
}
