import { ApiProperty } from '@nestjs/swagger';

export class UserDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Sreymom Chan' })
  readonly displayName: string;

  @ApiProperty({ type: [String], example: ['social-worker'] })
  readonly roles: readonly string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly centreId: string | null;
}
