import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageOf, PageQuery } from '@sampan/kernel';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { showReference } from '../persons/person-reference.rules';
import { SEXES, type Sex } from '../persons/person.rules';
import type { PersonSummary } from '../persons/people.service';
import { DUPLICATE_STATES, type DuplicateState } from './duplicate-pair.rules';
import { REASON_KINDS, type ReasonKind } from './duplicate-score.rules';
import type { ShownMatch } from './duplicates.service';
import type { ShownPair } from './steward.service';

export class ReasonDto {
  @ApiProperty({ enum: REASON_KINDS, example: 'same-phone' })
  readonly kind: ReasonKind;

  @ApiPropertyOptional({ example: 0.87, description: 'Likeness from 0 to 1, or years apart.' })
  readonly value?: number;
}

export class SummaryDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '4073-1529-4' })
  readonly reference: string;

  @ApiProperty({ example: 'សុខ ដារ៉ា' })
  readonly fullName: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sok Dara' })
  readonly latinName: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 1996 })
  readonly birthYear: number | null;

  @ApiProperty({ enum: SEXES })
  readonly sex: Sex;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;
}

export class MatchDto {
  @ApiProperty({ type: SummaryDto })
  readonly person: SummaryDto;

  @ApiProperty({ example: 0.93, minimum: 0, maximum: 1 })
  readonly score: number;

  @ApiProperty({ type: [ReasonDto], description: 'Strongest first.' })
  readonly reasons: ReasonDto[];
}

export class PairQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: DUPLICATE_STATES, default: 'to-steward' })
  @IsOptional()
  @IsIn(DUPLICATE_STATES)
  readonly state?: DuplicateState;
}

export class PairDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: SummaryDto })
  readonly person: SummaryDto;

  @ApiProperty({ type: SummaryDto })
  readonly otherPerson: SummaryDto;

  @ApiProperty({ example: 0.93 })
  readonly score: number;

  @ApiProperty({ type: [ReasonDto] })
  readonly reasons: ReasonDto[];

  @ApiProperty({ enum: DUPLICATE_STATES })
  readonly state: DuplicateState;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly keptPersonId: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
}

export class PairPage extends PageOf(PairDto) {}

export class JoinRecordsDto {
  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a13', description: 'Which of the two records is kept as the main one.' })
  @IsUUID()
  readonly keptPersonId: string;
}

export const toSummaryDto = ({ id, reference, fullName, latinName, birthYear, sex, centreId }: PersonSummary): SummaryDto => ({
  id, reference: showReference(reference), fullName, latinName, birthYear, sex, centreId,
});

export const toMatchDto = ({ person, score, reasons }: ShownMatch): MatchDto => ({ person: toSummaryDto(person), score, reasons: [...reasons] });

export const toPairDto = ({ pair, person, otherPerson }: ShownPair): PairDto => ({
  id: pair.id, person: toSummaryDto(person), otherPerson: toSummaryDto(otherPerson), score: pair.score, reasons: pair.reasons, state: pair.state,
  keptPersonId: pair.keptPersonId, createdAt: pair.createdAt.toISOString(),
});
