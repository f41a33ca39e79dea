import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { TraineeDto } from '../enrolments/enrolment.dto';
import { ENROLMENT_STATES, type EnrolmentState } from '../enrolments/enrolment.rules';
import { NamesDto } from '../programmes/programme.dto';
import { SessionDto } from '../sessions/session.dto';

export class AttendanceCodeDto {
  @ApiProperty({ example: 'present' })
  readonly code: string;

  @ApiProperty({ example: 'P', description: 'The key that marks it.' })
  readonly markKey: string;

  @ApiProperty({ type: NamesDto })
  readonly names: NamesDto;

  @ApiProperty()
  readonly countsAsPresent: boolean;

  @ApiProperty()
  readonly countsAsMissed: boolean;
}

export class RegisterLineDto {
  @ApiProperty({ format: 'uuid' })
  readonly enrolmentId: string;

  @ApiProperty({ type: TraineeDto })
  readonly trainee: TraineeDto;

  @ApiProperty({ enum: ENROLMENT_STATES })
  readonly state: EnrolmentState;

  @ApiProperty({ example: '2026-02-20' })
  readonly registeredOn: string;

  @ApiProperty({ type: String, nullable: true, example: 'present', description: 'Null: not marked yet.' })
  readonly code: string | null;

  @ApiProperty({ example: 0 })
  readonly consecutiveMissed: number;
}

export class RegisterDto {
  @ApiProperty({ type: SessionDto })
  readonly session: SessionDto;

  @ApiProperty({ type: [AttendanceCodeDto] })
  readonly codes: AttendanceCodeDto[];

  @ApiProperty({ type: [RegisterLineDto], description: 'By name; the paper register prints in the same order.' })
  readonly lines: RegisterLineDto[];
}

export class MarkDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly enrolmentId: string;

  @ApiProperty({ example: 'present' })
  @IsString()
  @MaxLength(40)
  readonly code: string;
}

export class TakeRegisterDto {
  @ApiProperty({ example: 1, description: 'The version of the session as it was read.' })
  @IsInt()
  readonly version: number;

  @ApiProperty({ type: [MarkDto], example: [], description: 'Whoever is not named keeps the mark they have.' })
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => MarkDto)
  readonly marks: MarkDto[];
}

export class LockRegisterDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class MonthQuery {
  @ApiProperty({ example: '2026-03' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  readonly month: string;
}

export class AttendanceMarkDto {
  @ApiProperty({ format: 'uuid' })
  readonly sessionId: string;

  @ApiProperty({ format: 'uuid' })
  readonly enrolmentId: string;

  @ApiProperty({ example: 'present' })
  readonly code: string;
}

/** A month of a cohort at a glance: who was there when. */
export class AttendanceMonthDto {
  @ApiProperty({ type: [SessionDto] })
  readonly sessions: SessionDto[];

  @ApiProperty({ type: [AttendanceCodeDto] })
  readonly codes: AttendanceCodeDto[];

  @ApiProperty({ type: [RegisterLineDto], description: 'Everybody of the cohort, by name; `code` is null here.' })
  readonly lines: RegisterLineDto[];

  @ApiProperty({ type: [AttendanceMarkDto] })
  readonly marks: AttendanceMarkDto[];
}
