import { ApiProperty } from '@nestjs/swagger';

/** A person and the wish that they call: no kind, no case, no worker's role, nothing that says why. */
export class PleaseCallDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly personId: string;

  @ApiProperty({ example: '4073-1529-6' })
  readonly reference: string;

  @ApiProperty({ example: 'សុខ ស្រីមុំ' })
  readonly fullName: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sok Sreymom' })
  readonly latinName: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ format: 'date', example: '2030-01-15' })
  readonly dueOn: string;

  @ApiProperty({ example: 1 })
  readonly version: number;
}
