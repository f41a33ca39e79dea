import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { BREAK_GLASS_REASONS, BREAK_GLASS_STATES, REVIEW_VERDICTS, type BreakGlassReason, type BreakGlassState, type ReviewVerdict } from './break-glass.rules';

export class BreakGlassRequestDto {
  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3b01', description: 'Made by the client: the same request repeated is one access.' })
  @IsUUID()
  readonly id: string;

  @ApiProperty({ example: '4073-1529-4', description: 'The person’s whole reference, in any script, with or without hyphens. There is no search by name.' })
  @IsString()
  @MaxLength(30)
  readonly personReference: string;

  @ApiProperty({ enum: BREAK_GLASS_REASONS, example: 'person-is-here' })
  @IsIn(BREAK_GLASS_REASONS)
  readonly reasonKind: BreakGlassReason;

  @ApiProperty({ example: 'She stands at our door tonight and needs a safe place.', description: 'At least 20 letters; read by those who review it.' })
  @IsString()
  @MaxLength(1000)
  readonly reason: string;
}

export class ReviewBreakGlassDto {
  @ApiProperty({ enum: REVIEW_VERDICTS, example: 'justified' })
  @IsIn(REVIEW_VERDICTS)
  readonly verdict: ReviewVerdict;
}

export class BreakGlassQueryDto extends PageQuery {
  @ApiPropertyOptional({ default: false, description: 'Only those that nobody has reviewed yet.' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly onlyUnreviewed?: boolean;
}

export class BreakGlassDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly personId: string;

  @ApiProperty({ example: '4073-1529-4' })
  readonly reference: string;

  @ApiProperty({ type: String, nullable: true, description: 'The person’s centre, for whoever sees that centre.' })
  readonly centreName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who asked for access.' })
  readonly userName: string | null;

  @ApiProperty({ enum: BREAK_GLASS_REASONS })
  readonly reasonKind: BreakGlassReason;

  @ApiProperty({ example: 'She stands at our door tonight and needs a safe place.' })
  readonly reason: string;

  @ApiProperty({ format: 'date-time' })
  readonly askedAt: string;

  @ApiProperty({ format: 'date-time', description: 'At this very moment it is over.' })
  readonly until: string;

  @ApiProperty({ enum: BREAK_GLASS_STATES })
  readonly state: BreakGlassState;

  @ApiProperty()
  readonly endedEarly: boolean;

  @ApiProperty({ enum: REVIEW_VERDICTS, nullable: true })
  readonly verdict: ReviewVerdict | null;

  @ApiProperty({ type: String, nullable: true })
  readonly reviewedByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly reviewedAt: string | null;
}

export class BreakGlassPage extends PageOf(BreakGlassDto) {}
