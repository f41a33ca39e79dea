import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PlaceDto, WORK_KINDS, WORK_PARTS, type WorkKind, type WorkPart } from '@sampan/access';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, ValidateNested } from 'class-validator';

/** Who takes over which part of the work. A part without work needs nobody. */
export class SuccessorsDto {
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'People in the caseload, cases, steps, tasks.' })
  @IsOptional()
  @IsUUID()
  readonly casework?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'People in placement, labour concerns.' })
  @IsOptional()
  @IsUUID()
  readonly placement?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'Trainees, sessions to hold.' })
  @IsOptional()
  @IsUUID()
  readonly training?: string | null;
}

export class LeaveDto {
  @ApiProperty({ type: SuccessorsDto })
  @ValidateNested()
  @Type(() => SuccessorsDto)
  readonly successors: SuccessorsDto;

  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class AssignPlaceDto extends PlaceDto {
  @ApiProperty({ type: SuccessorsDto, description: 'For work that the user may no longer do in the new place.' })
  @ValidateNested()
  @Type(() => SuccessorsDto)
  readonly successors: SuccessorsDto;

  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class WorkCountDto {
  @ApiProperty({ enum: Object.keys(WORK_KINDS) })
  readonly kind: WorkKind;

  @ApiProperty({ example: 24 })
  readonly count: number;
}

export class CandidateDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Sok Chanthy' })
  readonly displayName: string;
}

export class PartInHandDto {
  @ApiProperty({ enum: WORK_PARTS })
  readonly part: WorkPart;

  @ApiProperty({ type: [WorkCountDto] })
  readonly kinds: readonly WorkCountDto[];

  @ApiProperty({ type: [CandidateDto], description: 'Colleagues who may do this work at every centre where it is.' })
  readonly candidates: readonly CandidateDto[];
}

export class WorkInHandDto {
  @ApiProperty({ type: [PartInHandDto], description: 'Empty: nothing would be left without an owner.' })
  readonly parts: readonly PartInHandDto[];
}
