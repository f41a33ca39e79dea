import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CLASSIFICATION_LANGUAGES } from './classifications';

export class ClassificationsQuery {
  @ApiProperty({ enum: CLASSIFICATION_LANGUAGES, example: 'km' })
  @IsIn(CLASSIFICATION_LANGUAGES)
  readonly language: (typeof CLASSIFICATION_LANGUAGES)[number];
}

export class NamedCodeDto {
  @ApiProperty({ example: '7212' })
  readonly code: string;

  @ApiProperty({ example: 'Welders and flame cutters' })
  readonly name: string;
}

export class ClassificationsDto {
  @ApiProperty({ type: [NamedCodeDto], description: 'ISCO-08: groups of one to four digits. A code without a line is called as the nearest group above it.' })
  readonly occupations: readonly NamedCodeDto[];

  @ApiProperty({ type: [NamedCodeDto], description: 'ISCED-F 2013, two or four digits.' })
  readonly educationFields: readonly NamedCodeDto[];
}
