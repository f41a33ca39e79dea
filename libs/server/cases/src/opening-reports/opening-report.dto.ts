import { ApiProperty } from '@nestjs/swagger';
import { NOTE_SECTIONS } from '../notes/note.rules';

export class OpeningReportDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly centreId: string;

  @ApiProperty({ type: String, nullable: true })
  readonly centreName: string | null;

  @ApiProperty({ format: 'date', example: '2026-02-23', description: 'A Monday.' })
  readonly weekFrom: string;

  @ApiProperty({ format: 'date', example: '2026-03-01' })
  readonly weekTo: string;

  @ApiProperty({ example: 4 })
  readonly openings: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly acknowledgedAt: string | null;
}

export class ReportedOpeningDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date-time' })
  readonly openedAt: string;

  @ApiProperty({ type: String, nullable: true })
  readonly openedByName: string | null;

  @ApiProperty({ type: [String], example: ['social-worker'] })
  readonly openedByRoles: readonly string[];

  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ example: 'C-2026-0042' })
  readonly caseNumber: string;

  @ApiProperty({ enum: NOTE_SECTIONS, nullable: true })
  readonly section: string | null;

  @ApiProperty({ example: 'Preparing the talk with her lawyer.' })
  readonly reason: string;
}

export class OpenedReportDto extends OpeningReportDto {
  @ApiProperty({ type: [ReportedOpeningDto] })
  readonly lines: ReportedOpeningDto[];
}
