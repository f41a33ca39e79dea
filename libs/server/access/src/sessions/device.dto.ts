import { ApiProperty } from '@nestjs/swagger';

/** One place where I am signed in. */
export class DeviceDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String, nullable: true, example: 'Chrome', description: 'Null when the device did not say.' })
  readonly browser: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Android' })
  readonly system: string | null;

  @ApiProperty({ type: String, nullable: true, example: '203.0.113.x', description: 'The network, not the house.' })
  readonly address: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly firstSeenAt: string;

  @ApiProperty({ format: 'date-time', description: 'To the minute.' })
  readonly lastSeenAt: string;

  @ApiProperty({ description: 'The device on which this is asked.' })
  readonly current: boolean;

  @ApiProperty()
  readonly locked: boolean;
}
