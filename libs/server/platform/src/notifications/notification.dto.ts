import { ApiProperty } from '@nestjs/swagger';
import type { Notification } from './notification.entity';

export class NotificationDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'job.done' })
  readonly kind: string;

  @ApiProperty({ example: 'job' })
  readonly subjectType: string;

  @ApiProperty({ format: 'uuid' })
  readonly subjectId: string;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ type: Boolean })
  readonly read: boolean;
}

export const toNotificationDto = ({ id, kind, subjectType, subjectId, createdAt, readAt }: Notification): NotificationDto => ({
  id, kind, subjectType, subjectId, createdAt: createdAt.toISOString(), read: readAt !== null,
});
