import { ApiProperty } from '@nestjs/swagger';
import { BACKUP_SITUATIONS, type BackupSituation } from './backup.rules';
import { HEALTH_STATES, HEALTH_TOPICS, type HealthFacts, type HealthState, type HealthTopic } from './health.rules';

export class HealthTopicDto {
  @ApiProperty({ enum: HEALTH_TOPICS })
  readonly topic: HealthTopic;

  @ApiProperty({ enum: HEALTH_STATES, description: 'Nothing to do; look at it this week; act now.' })
  readonly state: HealthState;
}

export class HealthReportDto implements HealthFacts {
  @ApiProperty({ enum: HEALTH_STATES, description: 'The gravest of the topics.' })
  readonly state: HealthState;

  @ApiProperty({ type: [HealthTopicDto] })
  readonly topics: readonly HealthTopicDto[];

  @ApiProperty({ example: 3, description: 'How long the database took to answer.' })
  readonly databaseMs: number;

  @ApiProperty({ example: 80_000_000_000 })
  readonly diskFreeBytes: number;

  @ApiProperty({ example: 60 })
  readonly diskFreePercent: number;

  @ApiProperty({ example: 0, description: 'News and long work that is due and has not been begun.' })
  readonly waiting: number;

  @ApiProperty({ example: 0 })
  readonly oldestWaitingSeconds: number;

  @ApiProperty({ example: 0, description: 'Given up after every try.' })
  readonly deadLetters: number;

  @ApiProperty({ enum: BACKUP_SITUATIONS, description: 'What an administrator is told about the backup.' })
  readonly backup: BackupSituation;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the last one that can be restored was finished; null: there is none.' })
  readonly lastBackupAt: string | null;

  @ApiProperty({ description: 'Whether documents can be printed as PDF.' })
  readonly canPrint: boolean;

  @ApiProperty({ example: 0, description: 'How far the clock of this machine is from the database’s.' })
  readonly clockSeconds: number;

  @ApiProperty({ description: 'Passwords and records travel unprotected through the network.' })
  readonly unprotected: boolean;

  @ApiProperty({ example: '1.0.0' })
  readonly version: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}
