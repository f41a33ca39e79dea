import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { MISSED_SESSIONS_UNTIL_LEFT_EARLY } from '../enrolments/left-early.rules';
import { PROGRAMME_VERSION_STATES, type ProgrammeVersionState } from './programme-version.rules';

/** A name in each of the five languages of the product; all are printed on certificates, so none may be missing. */
export class NamesDto {
  @ApiProperty({ example: 'Electrical installation' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  readonly en: string;

  @ApiProperty({ example: 'ការតម្លើងអគ្គិសនី' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  readonly km: string;

  @ApiProperty({ example: 'การติดตั้งไฟฟ้า' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  readonly th: string;

  @ApiProperty({ example: '电气安装' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  readonly zh: string;

  @ApiProperty({ example: 'Instalasi listrik' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  readonly id: string;
}

/** What a version of a programme consists of. */
export class ProgrammeContentDto {
  @ApiProperty({ type: NamesDto, description: 'Neutral names: they are printed on certificates.' })
  @ValidateNested()
  @Type(() => NamesDto)
  readonly names: NamesDto;

  @ApiProperty({ example: 240 })
  @IsInt()
  @Min(1)
  @Max(5000)
  readonly hours: number;

  @ApiProperty({ example: '0713', description: 'ISCED-F 2013, two to four digits.' })
  @Matches(/^\d{2,4}$/)
  readonly iscedField: string;

  @ApiProperty({ type: [String], example: ['7411'], description: 'ISCO-08, four digits each.' })
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^\d{4}$/, { each: true })
  readonly iscoOccupations: string[];

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Certificate 1', description: 'Level in the national framework.' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  readonly nationalLevel?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 2, description: 'ASEAN Qualifications Reference Framework, 1 to 8.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(8)
  readonly aqrfLevel?: number | null;

  @ApiProperty({ example: 80, description: 'Per cent of sessions, present or late, that completion needs.' })
  @IsInt()
  @Min(0)
  @Max(100)
  readonly minimumAttendancePercent: number;

  @ApiProperty({ example: true })
  @IsBoolean()
  readonly assessmentRequired: boolean;

  @ApiPropertyOptional({ example: MISSED_SESSIONS_UNTIL_LEFT_EARLY, default: MISSED_SESSIONS_UNTIL_LEFT_EARLY })
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(100)
  readonly missedSessionsUntilLeftEarly?: number;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 36, description: 'Null: the certificate does not expire.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(600)
  readonly certificateValidMonths?: number | null;
}

export class CreateProgrammeDto extends ProgrammeContentDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client, so that a repeated request has one effect.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ example: 'ELEC-1' })
  @Matches(/^[A-Z0-9][A-Z0-9-]{1,19}$/)
  readonly code: string;
}

export class UpdateProgrammeVersionDto extends ProgrammeContentDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class ProgrammeVersionDto extends ProgrammeContentDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 1 })
  readonly number: number;

  @ApiProperty({ enum: PROGRAMME_VERSION_STATES })
  readonly state: ProgrammeVersionState;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class ProgrammeDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'ELEC-1' })
  readonly code: string;

  @ApiProperty({ type: [ProgrammeVersionDto], description: 'Newest first.' })
  readonly versions: ProgrammeVersionDto[];
}
