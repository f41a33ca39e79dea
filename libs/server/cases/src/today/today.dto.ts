import { ApiProperty } from '@nestjs/swagger';
import { CasePersonDto } from '../cases/case.dto';
import { CONTACT_ANSWERS, type ContactAnswer } from './safe-contact.rules';
import { URGENCIES, type Urgency } from './today.rules';

export class CallReasonDto {
  @ApiProperty({ example: 'today.reason.task-overdue', description: 'A translation key.' })
  readonly key: string;

  @ApiProperty({ type: Object, additionalProperties: true, example: { days: 3 } })
  readonly params: Readonly<Record<string, string | number>>;
}

export class MeansOfContactDto {
  @ApiProperty({ example: 'phone' })
  readonly kind: string;

  @ApiProperty({ example: '+85510000001' })
  readonly value: string;

  @ApiProperty({ example: 'self' })
  readonly whose: string;

  @ApiProperty({ type: String, nullable: true, example: 'after six in the evening' })
  readonly safeWhen: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'her sister' })
  readonly whoMayAnswer: string | null;
}

export class ContactAdviceDto {
  @ApiProperty({ enum: CONTACT_ANSWERS, description: 'Whether somebody asked, and what was answered.' })
  readonly answer: ContactAnswer;

  @ApiProperty({ type: [MeansOfContactDto], description: 'Only ways that are safe to use.' })
  readonly means: readonly MeansOfContactDto[];
}

export class CallFirstDto {
  @ApiProperty({ type: CasePersonDto })
  readonly person: CasePersonDto;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The open case that the work belongs to.' })
  readonly caseId: string | null;

  @ApiProperty({ enum: URGENCIES })
  readonly urgency: Urgency;

  @ApiProperty({ type: [CallReasonDto], description: 'Most pressing first.' })
  readonly reasons: readonly CallReasonDto[];

  @ApiProperty({ type: ContactAdviceDto })
  readonly contact: ContactAdviceDto;
}

export class TodayDto {
  @ApiProperty({ type: [CallFirstDto], description: 'Whom to call first, and why.' })
  readonly people: CallFirstDto[];
}
