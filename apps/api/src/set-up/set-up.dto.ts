import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LOCALES, LONGEST_PASSWORD, type Locale } from '@sampan/access';
import { CentreContentDto, CountryDto, ImportedAreaDto } from '@sampan/organisations';
import { SampleDto } from '@sampan/training';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';

const LONGEST_FILE = 900_000;

export class SetUpCodeDto {
  @ApiProperty({ example: 'K7QMD-4XW2P', description: 'Printed in the terminal where the server was started.' })
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  readonly code: string;
}

export class OperatorDto {
  @ApiProperty({ example: 'Example Foundation' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  readonly name: string;

  @ApiProperty({ example: 'KH' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;
}

export class FirstCentreDto extends CentreContentDto {
  @ApiProperty({ example: 'TH' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;
}

export class FirstAdministratorDto {
  @ApiProperty({ example: 'Sok Chanthy' })
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  readonly displayName: string;

  @ApiProperty({ example: 'administrator@example.org' })
  @IsEmail()
  @MaxLength(254)
  readonly email: string;

  @ApiProperty({ example: 'a sentence that only I know' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly password: string;

  @ApiProperty({ enum: LOCALES, example: 'km' })
  @IsIn(LOCALES)
  readonly locale: Locale;
}

export class AreaFileOfSetUpDto {
  @ApiProperty({ example: 'KH' })
  @Matches(/^[A-Z]{2}$/)
  readonly country: string;

  @ApiProperty({ example: 'code,level,parent,en\nKH-102,2,KH-1,Mongkol Borei', description: 'The text of a CSV file.' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_FILE)
  readonly csv: string;
}

export class CheckAreasDto extends SetUpCodeDto {
  @ApiProperty({ type: AreaFileOfSetUpDto })
  @ValidateNested()
  @Type(() => AreaFileOfSetUpDto)
  readonly areas: AreaFileOfSetUpDto;
}

export class SetUpDto extends SetUpCodeDto {
  @ApiProperty({ type: OperatorDto })
  @ValidateNested()
  @Type(() => OperatorDto)
  readonly operator: OperatorDto;

  @ApiProperty({ type: [FirstCentreDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => FirstCentreDto)
  readonly centres: FirstCentreDto[];

  @ApiProperty({ type: FirstAdministratorDto })
  @ValidateNested()
  @Type(() => FirstAdministratorDto)
  readonly administrator: FirstAdministratorDto;

  @ApiProperty({ type: [String], example: ['ELEC'], description: 'Codes of programmes to begin with, as drafts.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  readonly programmes: string[];

  @ApiPropertyOptional({ type: AreaFileOfSetUpDto, nullable: true, description: 'Without one the node begins with the provinces that it knows.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AreaFileOfSetUpDto)
  readonly areas?: AreaFileOfSetUpDto | null;
}

export class SetUpOffersDto {
  @ApiProperty({ description: 'Whether this node waits to be set up.' })
  readonly open: boolean;

  @ApiProperty({ type: [CountryDto], description: 'Empty when it does not.' })
  readonly countries: readonly CountryDto[];

  @ApiProperty({ type: [SampleDto], description: 'Empty when it does not.' })
  readonly programmes: readonly SampleDto[];
}

export { ImportedAreaDto };
