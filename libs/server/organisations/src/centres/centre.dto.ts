import { ApiProperty } from '@nestjs/swagger';

export class CentreDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Demo Centre Aranyaprathet' })
  readonly name: string;

  @ApiProperty({ example: 'TH' })
  readonly country: string;

  @ApiProperty({ example: 'Asia/Bangkok' })
  readonly timeZone: string;

  @ApiProperty({ type: [String], example: ['th', 'en'] })
  readonly languages: readonly string[];

  @ApiProperty({ description: 'Nothing new begins there; what has begun is finished.' })
  readonly closed: boolean;
}
