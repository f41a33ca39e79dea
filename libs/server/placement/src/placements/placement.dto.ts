import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import type { PersonSummary } from '@sampan/people';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PlacedPersonDto, toPlacedPerson } from '../applications/application.dto';
import { FollowUpDto } from '../follow-ups/follow-up.dto';
import { ObservationDto } from '../follow-ups/observation.dto';
import { WAGE_PERIODS, type WagePeriod } from '../wages/wage.rules';
import { PAPER_GATES, SENDING_GATES, type Gate, type GateAnswer } from './gates.rules';
import type { Placement } from './placement.entity';
import {
  END_REASONS, isCrossBorder, PASSPORT_HOLDERS, PLACEMENT_KINDS, PLACEMENT_SOURCES, PLACEMENT_STATES,
  type EndReason, type PassportHolder, type PlacementKind, type PlacementSource, type PlacementState,
} from './placement.rules';
import { RecruitmentCostDto } from './write-placement.dto';

export class PlacementsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PLACEMENT_STATES })
  @IsOptional()
  @IsIn(PLACEMENT_STATES)
  readonly state?: PlacementState;

  @ApiPropertyOptional({ enum: PLACEMENT_SOURCES })
  @IsOptional()
  @IsIn(PLACEMENT_SOURCES)
  readonly source?: PlacementSource;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly personId?: string;
}

export class PlacementDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: PlacedPersonDto })
  readonly person: PlacedPersonDto;

  @ApiProperty({ enum: PLACEMENT_SOURCES })
  readonly source: PlacementSource;

  @ApiProperty({ enum: PLACEMENT_KINDS })
  readonly kind: PlacementKind;

  @ApiProperty({ enum: PLACEMENT_STATES })
  readonly state: PlacementState;

  @ApiProperty({ example: 'Baker' })
  readonly title: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sunrise Bakery' })
  readonly employerName: string | null;

  @ApiProperty({ example: 'TH' })
  readonly country: string;

  @ApiProperty()
  readonly crossBorder: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly startedOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly endedOn: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class PlacementPage extends PageOf(PlacementDto) {}

export class GateDto {
  @ApiProperty({ enum: [...SENDING_GATES, ...PAPER_GATES] })
  readonly gate: Gate;

  @ApiProperty()
  readonly passed: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'CONTRACT_MISSING', description: 'Why it is shut; the web has words for it.' })
  readonly missing: string | null;

  @ApiPropertyOptional({ type: [String], description: 'Heads of cost that are still blank.' })
  readonly blank?: string[];
}

export class PlacementDetailDto extends PlacementDto {
  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly employerId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly vacancyId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly occupation: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly place: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly wageAmount: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly wageCurrency: string | null;

  @ApiProperty({ enum: WAGE_PERIODS, nullable: true })
  readonly wagePeriod: WagePeriod | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly wageMonthly: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly hoursPerWeek: number | null;

  @ApiProperty()
  readonly hasWrittenContract: boolean;

  @ApiProperty({ description: 'The contract itself is on file.' })
  readonly contractOnFile: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'km' })
  readonly contractLanguage: string | null;

  @ApiProperty()
  readonly contractUnderstood: boolean;

  @ApiProperty({ enum: PASSPORT_HOLDERS, nullable: true })
  readonly passportHolder: PassportHolder | null;

  @ApiProperty({ type: [RecruitmentCostDto] })
  readonly costs: RecruitmentCostDto[];

  @ApiProperty({ type: String, nullable: true, example: 'THB' })
  readonly costCurrency: string | null;

  @ApiProperty({ enum: END_REASONS, nullable: true })
  readonly endReason: EndReason | null;

  @ApiProperty({ type: [GateDto], description: 'For a placement by the centre: what must be true before the person sets out. Empty for a recorded job.' })
  readonly gates: GateDto[];

  @ApiProperty({ type: [FollowUpDto] })
  readonly followUps: FollowUpDto[];

  @ApiProperty({ type: [ObservationDto], description: 'Newest first.' })
  readonly observations: ObservationDto[];
}

export const toPlacementDto = (placement: Placement, person: PersonSummary, names: ReadonlyMap<string, string>): PlacementDto => ({
  id: placement.id,
  person: toPlacedPerson(person),
  source: placement.source,
  kind: placement.kind,
  state: placement.state,
  title: placement.title,
  employerName: placement.employerId ? (names.get(placement.employerId) ?? null) : placement.employerName,
  country: placement.country,
  crossBorder: isCrossBorder(placement.homeCountry, placement.country),
  startedOn: placement.startedOn,
  endedOn: placement.endedOn,
  version: placement.version,
});

export const toPlacementDetailDto = (
  placement: Placement,
  parts: {
    person: PersonSummary; names: ReadonlyMap<string, string>; gates: readonly GateAnswer[];
    followUps: FollowUpDto[]; observations: ObservationDto[];
  },
): PlacementDetailDto => ({
  ...toPlacementDto(placement, parts.person, parts.names),
  centreId: placement.centreId,
  employerId: placement.employerId,
  vacancyId: placement.vacancyId,
  occupation: placement.occupation,
  place: placement.place,
  wageAmount: placement.wageAmount,
  wageCurrency: placement.wageCurrency,
  wagePeriod: placement.wagePeriod,
  wageMonthly: placement.wageMonthly,
  hoursPerWeek: placement.hoursPerWeek,
  hasWrittenContract: placement.hasWrittenContract,
  contractOnFile: placement.contractFileId !== null,
  contractLanguage: placement.contractLanguage,
  contractUnderstood: placement.contractUnderstood,
  passportHolder: placement.passportHolder,
  costs: placement.costs,
  costCurrency: placement.costCurrency,
  endReason: placement.endReason,
  gates: parts.gates.map(({ gate, passed, missing, blank }) => ({ gate, passed, missing, ...(blank ? { blank: [...blank] } : {}) })),
  followUps: parts.followUps,
  observations: parts.observations,
});
