import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ANSWERED_BY, CHANNELS, CODE_WORD, PRESENCE, questionsOf, SCRIPTS, type AnsweredBy, type Channel, type CodeWord, type Presence, type Question, type Script } from './call-script.rules';
import type { FollowUpAttempt } from './follow-up-attempt.entity';
import { DueFollowUpDto } from './follow-up.dto';
import { ObservationDto } from './observation.dto';

export class RecordAttemptDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3e01' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'date', example: '2026-03-08' })
  @IsDay()
  readonly attemptedOn: string;

  @ApiProperty({ enum: CHANNELS, example: 'phone' })
  @IsIn(CHANNELS)
  readonly channel: Channel;

  @ApiProperty({ enum: ANSWERED_BY, example: 'nobody' })
  @IsIn(ANSWERED_BY)
  readonly answeredBy: AnsweredBy;

  @ApiProperty({ enum: PRESENCE, example: 'unknown' })
  @IsIn(PRESENCE)
  readonly employerPresent: Presence;

  @ApiProperty({ enum: CODE_WORD, example: 'not-asked' })
  @IsIn(CODE_WORD)
  readonly codeWord: CodeWord;
}

export class AttemptDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date' })
  readonly attemptedOn: string;

  @ApiProperty({ enum: CHANNELS })
  readonly channel: Channel;

  @ApiProperty({ enum: ANSWERED_BY })
  readonly answeredBy: AnsweredBy;

  @ApiProperty({ enum: PRESENCE })
  readonly employerPresent: Presence;

  @ApiProperty({ enum: CODE_WORD })
  readonly codeWord: CodeWord;

  @ApiProperty({ enum: SCRIPTS })
  readonly script: Script;
}

export class SafeContactDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'phone' })
  readonly kind: string;

  @ApiProperty({ example: '+66000000000' })
  readonly value: string;

  @ApiProperty({ example: 'self' })
  readonly whose: string;

  @ApiProperty({ type: String, nullable: true, example: 'After six in the evening' })
  readonly safeWhen: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Only herself' })
  readonly whoMayAnswer: string | null;
}

export class CallSheetDto extends DueFollowUpDto {
  @ApiProperty({ description: 'The person agreed to be contacted. Without it there is nobody to call, and no contact here.' })
  readonly mayContact: boolean;

  @ApiProperty({ type: [SafeContactDto], description: 'Only those that were asked about and are safe.' })
  readonly contacts: SafeContactDto[];

  @ApiProperty({ example: 'Baker' })
  readonly jobTitle: string;

  @ApiProperty({ type: String, nullable: true })
  readonly employerName: string | null;

  @ApiProperty({ type: [AttemptDto], description: 'Newest first.' })
  readonly attempts: AttemptDto[];

  @ApiProperty({ enum: SCRIPTS, description: 'What the latest attempt allows to ask.' })
  readonly script: Script;

  @ApiProperty({ type: [String], description: 'The questions of that script, in order.' })
  readonly questions: Question[];

  @ApiProperty({ type: [ObservationDto], description: 'Newest first.' })
  readonly observations: ObservationDto[];
}

export const toAttemptDto = ({ id, attemptedOn, channel, answeredBy, employerPresent, codeWord, script }: FollowUpAttempt): AttemptDto => ({
  id, attemptedOn, channel, answeredBy, employerPresent, codeWord, script,
});

export const toCallSheetDto = (
  base: DueFollowUpDto,
  parts: Pick<CallSheetDto, 'mayContact' | 'contacts' | 'jobTitle' | 'employerName' | 'observations'> & { attempts: readonly FollowUpAttempt[] },
): CallSheetDto => {
  const script = parts.attempts[0]?.script ?? 'none';
  return { ...base, ...parts, attempts: parts.attempts.map(toAttemptDto), script, questions: [...questionsOf(script)] };
};
