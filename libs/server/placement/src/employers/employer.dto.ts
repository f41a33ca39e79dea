import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Employer } from './employer.entity';
import type { VettingCheck } from './vetting-check.entity';
import type { VettingDecision } from './vetting-decision.entity';
import {
  CHECK_RESULTS, EMPLOYER_KINDS, requiredChecks, VETTING_CHECKS, VETTING_OUTCOMES, VETTING_STATES, vettingOn,
  type CheckResult, type EmployerKind, type VettingCheckKind, type VettingOutcome, type VettingState,
} from './vetting.rules';

export class EmployersQuery extends PageQuery {
  @ApiPropertyOptional({ enum: VETTING_STATES, description: 'Only employers in this state of vetting.' })
  @IsOptional()
  @IsIn(VETTING_STATES)
  readonly state?: VettingState;

  @ApiPropertyOptional({ description: 'Part of the name of the business.', example: 'bakery' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly name?: string;
}

export class EmployerDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ example: 'Sunrise Bakery' })
  readonly name: string;

  @ApiProperty({ enum: EMPLOYER_KINDS })
  readonly kind: EmployerKind;

  @ApiProperty({ example: 'TH' })
  readonly country: string;

  @ApiProperty({ type: String, nullable: true })
  readonly place: string | null;

  @ApiProperty({ enum: VETTING_STATES, description: 'As it counts today: a clearance whose day has passed is expired.' })
  readonly vettingState: VettingState;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly validUntil: string | null;

  @ApiProperty({ description: 'A clearance waits for a second person.' })
  readonly awaitsDecision: boolean;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class EmployerPage extends PageOf(EmployerDto) {}

export class VettingCheckDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: VETTING_CHECKS })
  readonly kind: VettingCheckKind;

  @ApiProperty({ enum: CHECK_RESULTS })
  readonly result: CheckResult;

  @ApiProperty({ example: 'Extract of the business register of 3 February, number seen' })
  readonly evidence: string;

  @ApiProperty({ format: 'date' })
  readonly checkedOn: string;

  @ApiProperty({ format: 'uuid' })
  readonly checkedBy: string;
}

export class VettingProposalDto {
  @ApiProperty({ enum: VETTING_OUTCOMES })
  readonly outcome: VettingOutcome;

  @ApiProperty({ format: 'date' })
  readonly validUntil: string;

  @ApiProperty({ type: String, nullable: true })
  readonly conditions: string | null;

  @ApiProperty({ description: 'You proposed it, so somebody else must decide.' })
  readonly mine: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly proposedAt: string;
}

export class VettingDecisionDto {
  @ApiProperty({ enum: VETTING_STATES })
  readonly state: VettingState;

  @ApiProperty()
  readonly approved: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly validUntil: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly reason: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly decidedAt: string;
}

export class EmployerFileDto extends EmployerDto {
  @ApiProperty({ type: String, nullable: true })
  readonly registrationNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly licenceNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly contactName: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly contactPhone: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly conditions: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly blockedReason: string | null;

  @ApiProperty({ type: [String], enum: VETTING_CHECKS, description: 'What a clearance still needs.' })
  readonly missingChecks: VettingCheckKind[];

  @ApiProperty({ type: () => VettingProposalDto, nullable: true })
  readonly proposal: VettingProposalDto | null;

  @ApiProperty({ type: [VettingCheckDto], description: 'Newest first.' })
  readonly checks: VettingCheckDto[];

  @ApiProperty({ type: [VettingDecisionDto], description: 'Newest first.' })
  readonly decisions: VettingDecisionDto[];
}

export const toEmployerDto = (employer: Employer, today: string): EmployerDto => ({
  id: employer.id,
  centreId: employer.centreId,
  name: employer.name,
  kind: employer.kind,
  country: employer.country,
  place: employer.place,
  vettingState: vettingOn(employer.vettingState, employer.validUntil, today),
  validUntil: employer.validUntil,
  awaitsDecision: employer.proposedBy !== null,
  version: employer.version,
});

/** @param checks newest first */
export const latestChecks = (checks: readonly VettingCheck[]): Partial<Record<VettingCheckKind, CheckResult>> =>
  Object.fromEntries(checks.toReversed().map(({ kind, result }) => [kind, result]));

export const toEmployerFileDto = (
  employer: Employer,
  checks: readonly VettingCheck[],
  decisions: readonly VettingDecision[],
  asked: { today: string; viewerId: string },
): EmployerFileDto => {
  const latest = latestChecks(checks);
  return {
    ...toEmployerDto(employer, asked.today),
    registrationNumber: employer.registrationNumber,
    licenceNumber: employer.licenceNumber,
    contactName: employer.contactName,
    contactPhone: employer.contactPhone,
    conditions: employer.conditions,
    blockedReason: employer.blockedReason,
    missingChecks: requiredChecks(employer.kind, 'cleared').filter((kind) => latest[kind] !== 'passed'),
    proposal: toProposal(employer, asked.viewerId),
    checks: checks.map(({ id, kind, result, evidence, checkedOn, checkedBy }) => ({ id, kind, result, evidence, checkedOn, checkedBy })),
    decisions: decisions.map(({ state, approved, validUntil, reason, decidedAt }) => ({ state, approved, validUntil, reason, decidedAt: decidedAt.toISOString() })),
  };
};

const toProposal = (employer: Employer, viewerId: string): VettingProposalDto | null => {
  const { proposedOutcome, proposedValidUntil, proposedConditions, proposedBy, proposedAt } = employer;
  return proposedOutcome && proposedValidUntil && proposedAt
    ? { outcome: proposedOutcome, validUntil: proposedValidUntil, conditions: proposedConditions, mine: proposedBy === viewerId, proposedAt: proposedAt.toISOString() }
    : null;
};
