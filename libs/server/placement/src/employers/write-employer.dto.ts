import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO31661Alpha2, IsOptional, IsString, IsUUID, MaxLength, Min, MinLength } from 'class-validator';
import { EMPLOYER_KINDS, type EmployerKind } from './vetting.rules';

export class NewEmployerDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a01', description: 'Made by the client; the same one again is the same employer.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a02', description: 'The centre that keeps the file.' })
  @IsUUID()
  readonly centreId: string;

  @ApiProperty({ example: 'Sunrise Bakery' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly name: string;

  @ApiProperty({ enum: EMPLOYER_KINDS, example: 'employer' })
  @IsIn(EMPLOYER_KINDS)
  readonly kind: EmployerKind;

  @ApiProperty({ example: 'TH', description: 'ISO 3166-1.' })
  @IsISO31661Alpha2()
  readonly country: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Sa Kaeo' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly place?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '0105500000001' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly registrationNumber?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: null, description: 'Of a recruitment agency.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly licenceNumber?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'The manager' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly contactName?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '+6600000000' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  readonly contactPhone?: string | null;
}

export class ChangeEmployerDto extends PartialType(
  PickType(NewEmployerDto, ['name', 'kind', 'country', 'place', 'registrationNumber', 'licenceNumber', 'contactName', 'contactPhone'] as const),
  { skipNullProperties: false },
) {
  @ApiProperty({ example: 1, description: 'The version that the change was made on.' })
  @IsInt()
  @Min(1)
  readonly version: number;
}
