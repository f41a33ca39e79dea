import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import type { Organisation } from './organisation.entity';

export class OrganisationsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the name.', example: 'foundation' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly name?: string;

  @ApiPropertyOptional({ description: 'Closed ones too.' })
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  readonly closedToo?: boolean;
}

export class OrganisationContentDto {
  @ApiProperty({ example: 'Example Foundation' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  readonly name: string;

  @ApiProperty({ example: 'KH' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;
}

export class NewOrganisationDto extends OrganisationContentDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a0c', description: 'Made by the client, so that a repeated request has one effect.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;
}

export class ChangeOrganisationDto extends OrganisationContentDto {
  @ApiProperty({ example: false, description: 'Nothing new begins in a closed organisation; its records stay.' })
  @IsBoolean()
  readonly closed: boolean;

  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class OrganisationDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Example Foundation' })
  readonly name: string;

  @ApiProperty({ example: 'KH' })
  readonly country: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly closedOn: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class OrganisationPage extends PageOf(OrganisationDto) {}

export const toOrganisationDto = ({ id, name, country, closedOn, version }: Organisation): OrganisationDto => ({ id, name, country, closedOn, version });
