import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import type { PersonSummary } from '@sampan/people';
import { IsIn, IsOptional } from 'class-validator';
import { PlacedPersonDto, toPlacedPerson } from '../applications/application.dto';
import type { FollowUp } from './follow-up.entity';
import { CHECK_DAYS, FOLLOW_UP_STATES, stateByCalendar, type CheckDay, type FollowUpState } from './follow-up.rules';

export const FOLLOW_UP_VIEWS = ['due', 'upcoming', 'missed'] as const;
export type FollowUpView = (typeof FOLLOW_UP_VIEWS)[number];

export class FollowUpsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: FOLLOW_UP_VIEWS, default: 'due', description: 'Due: the window is open. Missed: it has passed and nobody spoke with the person.' })
  @IsOptional()
  @IsIn(FOLLOW_UP_VIEWS)
  readonly view?: FollowUpView;
}

export class FollowUpDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly placementId: string;

  @ApiProperty({ enum: CHECK_DAYS, type: Number })
  readonly checkDay: CheckDay;

  @ApiProperty({ format: 'date' })
  readonly dueOn: string;

  @ApiProperty({ format: 'date' })
  readonly windowFrom: string;

  @ApiProperty({ format: 'date' })
  readonly windowTo: string;

  @ApiProperty({ enum: FOLLOW_UP_STATES })
  readonly state: FollowUpState;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly attemptedOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly reachedOn: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class DueFollowUpDto extends FollowUpDto {
  @ApiProperty({ type: PlacedPersonDto })
  readonly person: PlacedPersonDto;
}

export class FollowUpPage extends PageOf(DueFollowUpDto) {}

export const toFollowUpDto = (followUp: FollowUp, today: string): FollowUpDto => ({
  id: followUp.id,
  placementId: followUp.placementId,
  checkDay: followUp.checkDay,
  dueOn: followUp.dueOn,
  windowFrom: followUp.windowFrom,
  windowTo: followUp.windowTo,
  state: stateByCalendar(followUp.state, followUp, today),
  attemptedOn: followUp.attemptedOn,
  reachedOn: followUp.reachedOn,
  version: followUp.version,
});

export const toDueFollowUpDto = (followUp: FollowUp, person: PersonSummary, today: string): DueFollowUpDto => ({
  ...toFollowUpDto(followUp, today),
  person: toPlacedPerson(person),
});
