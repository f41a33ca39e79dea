import { ApiProperty } from '@nestjs/swagger';
import { showReference, type PersonSummary } from '@sampan/people';
import { APPLICATION_STATES, DECLINED_BY, type ApplicationState, type DeclinedBy } from './application.rules';
import type { VacancyApplication } from './vacancy-application.entity';

/** As much of a person as a list of placement shows. */
export class PlacedPersonDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '4073-1529-6' })
  readonly reference: string;

  @ApiProperty({ example: 'សុខ ដារ៉ា' })
  readonly fullName: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sok Dara' })
  readonly latinName: string | null;
}

export class VacancyApplicationDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly vacancyId: string;

  @ApiProperty({ type: PlacedPersonDto })
  readonly person: PlacedPersonDto;

  @ApiProperty({ enum: APPLICATION_STATES })
  readonly state: ApplicationState;

  @ApiProperty({ enum: DECLINED_BY, nullable: true })
  readonly declinedBy: DeclinedBy | null;

  @ApiProperty({ type: String, nullable: true })
  readonly reason: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The placement that an accepted application became.' })
  readonly placementId: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly changedAt: string;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export const toPlacedPerson = ({ id, reference, fullName, latinName }: PersonSummary): PlacedPersonDto => ({
  id, reference: showReference(reference), fullName, latinName,
});

export const toApplicationDto = (application: VacancyApplication, person: PersonSummary, placementId: string | null): VacancyApplicationDto => ({
  id: application.id,
  vacancyId: application.vacancyId,
  person: toPlacedPerson(person),
  state: application.state,
  declinedBy: application.declinedBy,
  reason: application.reason,
  placementId,
  changedAt: application.changedAt.toISOString(),
  version: application.version,
});
