import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '@sampan/kernel';
import { NamesDto } from '../programmes/programme.dto';
import { isRegisterMissing } from '../registers/register.rules';
import { SESSION_STATES, type SessionState } from './session.rules';
import type { SessionWithCohort } from './sessions.repository';

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** When and where, on whatever day. */
class SessionPlaceDto {
  @ApiProperty({ example: '08:00', description: 'By the wall clock of the centre.' })
  @Matches(CLOCK_TIME)
  readonly startsAt: string;

  @ApiProperty({ example: '11:30' })
  @Matches(CLOCK_TIME)
  readonly endsAt: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Workshop 2' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  readonly room?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  readonly instructorId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Safety at the bench' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly topic?: string | null;
}

export class CreateSessionDto extends SessionPlaceDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client, so that a repeated request has one effect.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ example: '2031-03-03' })
  @IsDay()
  readonly sessionOn: string;
}

export class SessionPatternDto extends SessionPlaceDto {
  @ApiProperty({ example: '2031-04-07' })
  @IsDay()
  readonly from: string;

  @ApiProperty({ example: '2031-05-30', description: 'Included.' })
  @IsDay()
  readonly until: string;

  @ApiProperty({ type: [Number], example: [1, 3, 5], description: 'ISO weekdays: 1 is Monday, 7 is Sunday.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  readonly weekdays: number[];

  @ApiProperty({ type: [String], example: ['2031-04-14'], description: 'Holidays and other days without a session.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsDay({ each: true })
  readonly except: string[];
}

export class SessionQuery {
  @ApiPropertyOptional({ example: '2026-03-02', description: 'Sessions of this day; today at each centre when it is left out.' })
  @IsOptional()
  @IsDay()
  readonly on?: string;

  @ApiPropertyOptional({ description: 'Instead of one day: sessions that are over and have no register.' })
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  readonly registerMissing?: boolean;
}

export class CancelSessionDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class SessionDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ format: 'uuid' })
  readonly cohortId: string;

  @ApiProperty({ example: 'ELEC-2026-A' })
  readonly cohortCode: string;

  @ApiProperty({ type: NamesDto })
  readonly programmeNames: NamesDto;

  @ApiProperty({ enum: SESSION_STATES })
  readonly state: SessionState;

  @ApiProperty({ example: '2026-03-02' })
  readonly sessionOn: string;

  @ApiProperty({ example: '08:00' })
  readonly startsAt: string;

  @ApiProperty({ example: '11:30' })
  readonly endsAt: string;

  @ApiProperty({ type: String, nullable: true })
  readonly room: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly instructorId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly topic: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly registerTakenAt: string | null;

  @ApiProperty({ description: 'The session is over and nobody has taken the register.' })
  readonly registerMissing: boolean;

  @ApiProperty({ example: 1, description: 'Also the version of the register.' })
  readonly version: number;
}

/** @param today the calendar day at the session's centre */
export const toSessionDto = (session: SessionWithCohort, today: string): SessionDto => ({
  id: session.id,
  centreId: session.centreId,
  cohortId: session.cohortId,
  cohortCode: session.cohort.code,
  programmeNames: session.cohort.programmeVersion.names,
  state: session.state,
  sessionOn: session.sessionOn,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  room: session.room,
  instructorId: session.instructorId,
  topic: session.topic,
  registerTakenAt: session.registerTakenAt?.toISOString() ?? null,
  registerMissing: isRegisterMissing(session, today),
  version: session.version,
});
