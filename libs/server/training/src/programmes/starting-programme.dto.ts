import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';
import { NamesDto } from './programme.dto';

export class ClassifiedDto {
  @ApiProperty({ example: '7212' })
  readonly code: string;

  @ApiProperty({ type: NamesDto })
  readonly names: NamesDto;
}

/** A programme to begin with, before anybody has taken it. */
export class SampleDto {
  @ApiProperty({ example: 'WELD' })
  readonly code: string;

  @ApiProperty({ type: NamesDto })
  readonly names: NamesDto;

  @ApiProperty({ example: 216 })
  readonly hours: number;

  @ApiProperty({ example: 2, description: 'ASEAN Qualifications Reference Framework.' })
  readonly aqrfLevel: number;

  @ApiProperty({ type: ClassifiedDto, description: 'ISCED-F 2013.' })
  readonly field: ClassifiedDto;

  @ApiProperty({ type: [ClassifiedDto], description: 'ISCO-08.' })
  readonly occupations: readonly ClassifiedDto[];

  @ApiProperty({ description: 'There is a programme with this code already.' })
  readonly taken: boolean;
}

export class BeginWithSamplesDto {
  @ApiProperty({ type: [String], example: ['WELD', 'CARE'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Matches(/^[A-Z0-9][A-Z0-9-]{1,19}$/, { each: true })
  readonly codes: string[];
}
