import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, type Permission } from '@sampan/kernel';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { LONGEST_DAYS } from './api-token.rules';

export class ApiTokenDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Nightly export to the ministry' })
  readonly name: string;

  @ApiProperty({ enum: PERMISSIONS, isArray: true, example: ['indicator.read'] })
  readonly scope: readonly Permission[];

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ format: 'date-time' })
  readonly endsAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the minute; null: never used.' })
  readonly lastUsedAt: string | null;

  @ApiProperty({ description: 'Its time is over.' })
  readonly ended: boolean;
}

export class ApiTokensDto {
  @ApiProperty({ type: [ApiTokenDto] })
  readonly tokens: readonly ApiTokenDto[];

  @ApiProperty({ enum: PERMISSIONS, isArray: true, example: ['indicator.read'], description: 'What a new token of mine may be given.' })
  readonly offered: readonly Permission[];
}

export class NewApiTokenDto {
  @ApiProperty({ example: 'Nightly export to the ministry', description: 'What it is for.' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly name: string;

  @ApiProperty({ enum: PERMISSIONS, isArray: true, example: ['indicator.read'], description: 'Never more than the maker may do, at the time of use.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PERMISSIONS.length)
  @ArrayUnique()
  @IsIn(PERMISSIONS, { each: true })
  readonly scope: Permission[];

  @ApiProperty({ example: 90, minimum: 1, maximum: LONGEST_DAYS })
  @IsInt()
  @Min(1)
  @Max(LONGEST_DAYS)
  readonly days: number;
}

export class MadeApiTokenDto extends ApiTokenDto {
  @ApiProperty({ example: 'sampan_Zk9vX2J1dF9ub3RfYV9yZWFsX29uZV9vZl9jb3Vyc2U', description: 'Send it as "Authorization: Bearer …". Shown once.' })
  readonly secret: string;
}
