import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery, type Viewer } from '@sampan/kernel';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import type { Release } from './release.entity';
import { RELEASE_STATES, whyNotApprove, type ReleaseState } from './release.rules';

export class BuildReleaseDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client: the same request repeated is one release.', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a4b' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ description: 'ISO 3166-1, two letters. All its centres are counted.', example: 'TH' })
  @IsString()
  @Length(2, 2)
  readonly countryCode: string;

  @ApiProperty({ description: 'The last quarter that is counted; it must be over.', example: '2026-Q2' })
  @IsString()
  @Matches(/^\d{4}-Q[1-4]$/)
  readonly quarter: string;
}

export class ReleaseQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: RELEASE_STATES, isArray: true })
  @IsOptional()
  @Transform(({ value }) => (value === undefined ? undefined : [value].flat()))
  @ArrayMaxSize(RELEASE_STATES.length)
  @IsIn(RELEASE_STATES, { each: true })
  readonly states?: ReleaseState[];
}

export class CheckedTableDto {
  @ApiProperty({ description: 'Populations that are printed, and attacked, together.', example: 'leavers' })
  readonly family: string;

  @ApiProperty({ example: '2025' })
  readonly year: string;

  @ApiProperty({ description: 'Counts that are printed, rounded.', example: 120 })
  readonly printed: number;

  @ApiProperty({ description: 'Counts that are printed as "<k".', example: 14 })
  readonly below: number;

  @ApiProperty({ description: 'Counts hidden so that others cannot be worked out.', example: 9 })
  readonly hidden: number;

  @ApiProperty({ description: 'Masked counts that were attacked with everything that is printed.', example: 23 })
  readonly attacked: number;

  @ApiProperty({ description: 'Masked counts that did not withstand. A release with any is never published.', example: 0 })
  readonly breaches: number;
}

export class DisclosurePolicyDto {
  @ApiProperty({ example: 10 })
  readonly k: number;

  @ApiProperty({ example: 5 })
  readonly roundTo: number;

  @ApiProperty({ example: 20 })
  readonly minimumBase: number;

  @ApiProperty({ example: false })
  readonly sensitive: boolean;
}

export class ReleaseDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'TH' })
  readonly country: string;

  @ApiProperty({ example: '2026-Q2' })
  readonly quarter: string;

  @ApiProperty({ format: 'date', description: 'Facts after this day are not counted.' })
  readonly cutOff: string;

  @ApiProperty({ enum: RELEASE_STATES })
  readonly state: ReleaseState;

  @ApiProperty({ format: 'uuid', description: 'The job that builds it.' })
  readonly jobId: string;

  @ApiProperty({ description: 'How many centres are counted.', example: 4 })
  readonly centres: number;

  @ApiProperty({ type: DisclosurePolicyDto })
  readonly policy: DisclosurePolicyDto;

  @ApiProperty({ type: [CheckedTableDto] })
  readonly checkedTables: CheckedTableDto[];

  @ApiProperty({ format: 'date-time' })
  readonly requestedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly computedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly checkedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly approvedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly publishedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly supersededAt: string | null;

  @ApiProperty({ description: 'Whether I am the one who had it built.' })
  readonly isMine: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Why I may not approve it, as a code; null when I may, the permission given.', example: null })
  readonly whyNotApprove: string | null;
}

export class ReleasePage extends PageOf(ReleaseDto) {}

const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

export const toReleaseDto = (viewer: Viewer, release: Release): ReleaseDto => {
  const checkedTables = (release.checkedTables ?? []).map((table) => ({ ...table, breaches: table.breaches.length }));
  const breaches = release.checkedTables ? checkedTables.reduce((total, table) => total + table.breaches, 0) : null;
  return {
    id: release.id,
    country: release.country,
    quarter: release.quarter,
    cutOff: release.cutOff,
    state: release.state,
    jobId: release.jobId,
    centres: release.centres.length,
    policy: release.policy,
    checkedTables: checkedTables.sort((one, other) => (one.year + one.family < other.year + other.family ? -1 : 1)),
    requestedAt: release.requestedAt.toISOString(),
    computedAt: moment(release.computedAt),
    checkedAt: moment(release.checkedAt),
    approvedAt: moment(release.approvedAt),
    publishedAt: moment(release.publishedAt),
    supersededAt: moment(release.supersededAt),
    isMine: release.requestedBy === viewer.userId,
    whyNotApprove: whyNotApprove({ ...release, breaches }, viewer.userId)?.code ?? null,
  };
};
