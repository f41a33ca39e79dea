import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { IsDay, PageOf, PageQuery } from '@sampan/kernel';
import { NamesDto } from '../programmes/programme.dto';
import { COHORT_STATES, COHORT_TRANSITIONS, type CohortState } from './cohort.rules';
import type { Cohort } from './cohort.entity';

export class CohortQuery extends PageQuery {
  @ApiPropertyOptional({ enum: COHORT_STATES })
  @IsOptional()
  @IsIn(COHORT_STATES)
  readonly state?: CohortState;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly programmeId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly centreId?: string;
}

/** What can be changed about a cohort as long as nobody contradicts it. */
export class CohortPlanDto {
  @ApiProperty({ example: 'ELEC-2026-A' })
  @Matches(/^[A-Z0-9][A-Z0-9-]{1,29}$/)
  readonly code: string;

  @ApiProperty({ example: 20 })
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly places: number;

  @ApiProperty({ example: '2026-03-02' })
  @IsDay()
  readonly startsOn: string;

  @ApiProperty({ example: '2026-08-28' })
  @IsDay()
  readonly plannedEndOn: string;

  @ApiProperty({ example: '2026-03-16', description: 'Closed to new trainees from this day on.' })
  @IsDay()
  readonly enrolmentClosesOn: string;
}

export class CreateCohortDto extends CohortPlanDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client, so that a repeated request has one effect.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a01' })
  @IsUUID()
  readonly centreId: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a02', description: 'A published version of a programme.' })
  @IsUUID()
  readonly programmeVersionId: string;
}

export class UpdateCohortDto extends CohortPlanDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class MoveCohortDto {
  @ApiProperty({ enum: COHORT_STATES, example: 'closed' })
  @IsIn(COHORT_STATES)
  readonly to: CohortState;

  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class CohortDto extends CohortPlanDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ format: 'uuid' })
  readonly programmeId: string;

  @ApiProperty({ format: 'uuid' })
  readonly programmeVersionId: string;

  @ApiProperty({ example: 'ELEC-1' })
  readonly programmeCode: string;

  @ApiProperty({ type: NamesDto })
  readonly programmeNames: NamesDto;

  @ApiProperty({ enum: COHORT_STATES })
  readonly state: CohortState;

  @ApiProperty({ enum: COHORT_STATES, isArray: true, description: 'The states it may become.' })
  readonly nextStates: CohortState[];

  @ApiProperty({ example: 18 })
  readonly taken: number;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class CohortPageDto extends PageOf(CohortDto) {}

export const toCohortDto = ({ programme, programmeVersion, ...cohort }: Cohort): CohortDto => ({
  id: cohort.id,
  centreId: cohort.centreId,
  programmeId: cohort.programmeId,
  programmeVersionId: cohort.programmeVersionId,
  programmeCode: programme?.code ?? '',
  programmeNames: programmeVersion?.names ?? { en: '', km: '', th: '', zh: '', id: '' },
  code: cohort.code,
  state: cohort.state,
  nextStates: [...COHORT_TRANSITIONS[cohort.state]],
  places: cohort.places,
  taken: cohort.taken,
  startsOn: cohort.startsOn,
  plannedEndOn: cohort.plannedEndOn,
  enrolmentClosesOn: cohort.enrolmentClosesOn,
  version: cohort.version,
});
