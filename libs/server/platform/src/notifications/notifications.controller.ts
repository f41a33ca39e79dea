import { Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { NotificationDto, toNotificationDto } from './notification.dto';
import { Notifications } from './notifications';

@ApiTags('platform')
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: Notifications) {}

  @Get()
  @Requires('notification.read')
  @ApiOperation({ summary: 'My latest notifications' })
  @ApiOkResponse({ type: [NotificationDto] })
  async list(@CurrentViewer() viewer: Viewer): Promise<NotificationDto[]> {
    return (await this.notifications.list(viewer)).map(toNotificationDto);
  }

  @Post('read')
  @Requires('notification.read')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Mark all my notifications as read' })
  @ApiNoContentResponse()
  markAllRead(@CurrentViewer() viewer: Viewer): Promise<void> {
    return this.notifications.markAllRead(viewer);
  }
}
