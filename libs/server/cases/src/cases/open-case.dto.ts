import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CASE_SOURCES, type CaseSource } from './case.rules';
import { IsVersion } from './is-version';

/** Longer than any account that somebody gives in one talk; what is longer is several notes. */
export const LONGEST_ACCOUNT = 4000;

/** Cases that people open by hand; one from a flag opens by the flag's acceptance. */
const SOURCES_BY_HAND = CASE_SOURCES.filter((source) => source !== 'flag');

export class OpenCaseDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Minted by the client, so that the same case sent twice is one.',
  })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', description: 'The person whom the case is for.' })
  @IsUUID()
  readonly personId: string;

  @ApiProperty({ enum: SOURCES_BY_HAND, example: 'walk-in', description: 'How the person came to us.' })
  @IsIn(SOURCES_BY_HAND)
  readonly source: CaseSource;

  @ApiProperty({
    example: 'Was offered work abroad and is unsure.',
    description: 'Why the person is here, in their words.',
  })
  @IsString()
  @MaxLength(LONGEST_ACCOUNT)
  readonly presentingIssue: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: null, description: 'What cannot wait, if anything.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_ACCOUNT)
  readonly urgentConcern?: string | null;
}

export class RecordIntakeDto {
  @ApiProperty({
    example: 'Was offered work abroad and is unsure.',
    description: 'Why the person is here, in their words.',
  })
  @IsString()
  @MaxLength(LONGEST_ACCOUNT)
  readonly presentingIssue: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: null, description: 'What cannot wait, if anything.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_ACCOUNT)
  readonly urgentConcern?: string | null;

  @ApiProperty({ example: 1, description: 'The version of the case that was read.' })
  @IsVersion()
  readonly version: number;
}
