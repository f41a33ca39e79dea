import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, REACHES, type Reach } from '@sampan/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ROLE_CODES, type RoleCode } from '../roles/roles.data';
import { LOCALES, type Locale } from '../sign-in/sign-in.dto';

/** A body, because what is searched for is a name: names do not stand in addresses. */
export class SearchAccountsDto {
  @ApiPropertyOptional({ description: 'Part of a name or an e-mail address.', example: 'sok' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly text?: string;

  @ApiPropertyOptional({ enum: ROLE_CODES })
  @IsOptional()
  @IsIn(ROLE_CODES)
  readonly role?: RoleCode;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only those who work at this centre.' })
  @IsOptional()
  @IsUUID()
  readonly centre?: string;

  @ApiPropertyOptional({ description: 'True: those who work here. False: those who have left. Both when it is missing.', example: true })
  @IsOptional()
  @IsBoolean()
  readonly active?: boolean;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit?: number;
}

export class PlaceDto {
  @ApiProperty({ enum: ROLE_CODES, isArray: true, example: ['registrar'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @IsIn(ROLE_CODES, { each: true })
  readonly roles: RoleCode[];

  @ApiProperty({ enum: REACHES, example: 'centre' })
  @IsIn(REACHES)
  readonly reach: Reach;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a0b', description: 'For a caseload or a centre.' })
  @IsOptional()
  @IsUUID()
  readonly centreId?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'For an organisation.' })
  @IsOptional()
  @IsUUID()
  readonly organisationId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'For a country.' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  readonly country?: string | null;
}

export class NewAccountDto extends PlaceDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a0f', description: 'Made by the client, so that a repeated request has one effect.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ example: 'new.colleague@example.org' })
  @IsEmail()
  @MaxLength(254)
  readonly email: string;

  @ApiProperty({ example: 'Sok Chanthy' })
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  readonly displayName: string;

  @ApiProperty({ enum: LOCALES, example: 'km' })
  @IsIn(LOCALES)
  readonly locale: Locale;
}

export class ChangeAccountDto {
  @ApiProperty({ example: 'changed.colleague@example.org' })
  @IsEmail()
  @MaxLength(254)
  readonly email: string;

  @ApiProperty({ example: 'Sok Chanthy' })
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  readonly displayName: string;

  @ApiProperty({ enum: LOCALES, example: 'km' })
  @IsIn(LOCALES)
  readonly locale: Locale;

  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class AccountVersionDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class AccountDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'registrar@demo.sampan.example' })
  readonly email: string;

  @ApiProperty({ example: 'Sok Chanthy' })
  readonly displayName: string;

  @ApiProperty({ enum: ROLE_CODES, isArray: true, example: ['registrar'] })
  readonly roles: readonly RoleCode[];

  @ApiProperty({ enum: REACHES })
  readonly reach: Reach;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly centreId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly organisationId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly country: string | null;

  @ApiProperty({ enum: LOCALES })
  readonly locale: Locale;

  @ApiProperty({ description: 'False: has left, and signs in no more.' })
  readonly active: boolean;

  @ApiProperty({ description: 'False until a one-time link was used.' })
  readonly hasPassword: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Since when signing in takes a second step.' })
  readonly secondFactorSince: string | null;

  @ApiProperty({ description: 'Whether a role of theirs needs it here.' })
  readonly secondFactorRequired: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly lastSignInAt: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ description: 'My own account.' })
  readonly mine: boolean;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class AccountPage extends PageOf(AccountDto) {}
