import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateIf } from 'class-validator';
import { APPLICATION_STATES, DECLINED_BY, type ApplicationState, type DeclinedBy } from './application.rules';

export class ProposePersonDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3c01' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3c02' })
  @IsUUID()
  readonly personId: string;
}

export class MoveApplicationDto {
  @ApiProperty({ enum: APPLICATION_STATES, example: 'consented' })
  @IsIn(APPLICATION_STATES)
  readonly to: ApplicationState;

  @ApiPropertyOptional({ enum: DECLINED_BY, nullable: true, example: null, description: 'Needed for `declined`.' })
  @ValidateIf(({ to, declinedBy }: MoveApplicationDto) => to === 'declined' || (declinedBy !== undefined && declinedBy !== null))
  @IsIn(DECLINED_BY)
  readonly declinedBy?: DeclinedBy | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: null })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly reason?: string | null;

  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  readonly version: number;
}
