import { ApiProperty } from '@nestjs/swagger';
import { can, type Viewer } from '@sampan/kernel';
import { displayName } from '../names/name.rules';
import { birthOf } from './partial-date.rules';
import { BirthDto } from './person.dto';
import type { PersonFile } from './person-file.service';
import { readableName } from './people.service';
import { showReference } from './person-reference.rules';
import { ACCOMPANIED_BY, INTAKE_PARTS, INTAKE_SOURCES, PERSON_STATUSES, SEXES, type AccompaniedBy, type IntakePart, type IntakeSource, type PersonStatus, type Sex } from './person.rules';

/** Where somebody came from and why: protection facts, which registrars write and do not read. */
export class IntakeDto {
  @ApiProperty({ enum: INTAKE_SOURCES, nullable: true })
  readonly intakeSource: IntakeSource | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly presentingIssue: string | null;

  @ApiProperty()
  readonly urgentConcern: boolean;

  @ApiProperty({ enum: ACCOMPANIED_BY, nullable: true })
  readonly accompaniedBy: AccompaniedBy | null;

  @ApiProperty({ type: Boolean, nullable: true })
  readonly guardianImplicated: boolean | null;
}

export class PersonDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ example: '4073-1529-4' })
  readonly reference: string;

  @ApiProperty({ example: 'សុខ ដារ៉ា' })
  readonly displayName: string;

  @ApiProperty({ example: 'សុខ ដារ៉ា' })
  readonly fullName: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sok Dara' })
  readonly latinName: string | null;

  @ApiProperty({ description: 'Nobody has confirmed the Latin spelling: our rules made it.' })
  readonly latinNameSuggested: boolean;

  @ApiProperty({ type: String, nullable: true })
  readonly givenName: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly familyName: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly nickname: string | null;

  @ApiProperty({ type: [String] })
  readonly alsoKnownAs: string[];

  @ApiProperty({ enum: SEXES })
  readonly sex: Sex;

  @ApiProperty({ type: BirthDto, nullable: true })
  readonly birth: BirthDto | null;

  @ApiProperty({ type: Number, nullable: true, example: 29, description: 'Whole years, at least.' })
  readonly age: number | null;

  @ApiProperty()
  readonly ageInDoubt: boolean;

  @ApiProperty({ description: 'Under 18, or the age is in doubt or unknown.' })
  readonly treatAsMinor: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'KH' })
  readonly nationality: string | null;

  @ApiProperty({ type: [String], example: ['km'] })
  readonly languages: string[];

  @ApiProperty({ type: Number, nullable: true, example: 2 })
  readonly education: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly adminAreaCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly addressText: string | null;

  @ApiProperty({ enum: PERSON_STATUSES })
  readonly status: PersonStatus;

  @ApiProperty({ enum: INTAKE_PARTS, isArray: true, description: 'What the minimum intake still lacks.' })
  readonly missing: IntakePart[];

  @ApiProperty({ type: IntakeDto, nullable: true, description: 'Null for whoever may not see protection facts.' })
  readonly intake: IntakeDto | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The record that this one was joined with.' })
  readonly mergedIntoId: string | null;

  @ApiProperty({ format: 'date' })
  readonly registeredOn: string;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export const toPersonDto = (viewer: Viewer, { person, presentingIssue, missing, age, treatAsMinor }: PersonFile): PersonDto => ({
  id: person.id,
  centreId: person.centreId,
  reference: showReference(person.reference),
  displayName: displayName(person, person.nationality),
  fullName: person.fullName,
  latinName: readableName(person),
  latinNameSuggested: person.latinName === null && readableName(person) !== null,
  givenName: person.givenName,
  familyName: person.familyName,
  nickname: person.nickname,
  alsoKnownAs: person.alsoKnownAs,
  sex: person.sex,
  birth: birthOf(person),
  age,
  ageInDoubt: person.ageInDoubt,
  treatAsMinor,
  nationality: person.nationality,
  languages: person.languages,
  education: person.education,
  adminAreaCode: person.adminAreaCode,
  addressText: person.addressText,
  status: person.status,
  missing,
  intake: can(viewer, 'fact.protection')
    ? {
        intakeSource: person.intakeSource,
        presentingIssue,
        urgentConcern: person.urgentConcern,
        accompaniedBy: person.accompaniedBy,
        guardianImplicated: person.guardianImplicated,
      }
    : null,
  mergedIntoId: person.mergedIntoId,
  registeredOn: person.registeredOn,
  version: person.version,
});
