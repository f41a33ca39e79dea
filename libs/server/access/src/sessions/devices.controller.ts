import { Controller, Delete, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { CurrentSession } from './current-session';
import { DeviceDto } from './device.dto';
import { Devices } from './devices';
import type { SessionWithUser } from './sessions.repository';

@ApiTags('access')
@Controller()
export class DevicesController {
  constructor(private readonly devices: Devices) {}

  @Get('auth/devices')
  @Requires('account.use')
  @ApiOperation({ summary: 'Where I am signed in' })
  @ApiOkResponse({ type: [DeviceDto] })
  list(@CurrentViewer() viewer: Viewer, @CurrentSession() session: SessionWithUser): Promise<DeviceDto[]> {
    return this.devices.list(viewer, session.id);
  }

  @Delete('auth/devices/:deviceId')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Sign out one of my devices' })
  @ApiNoContentResponse()
  end(@CurrentViewer() viewer: Viewer, @Param('deviceId', ParseUUIDPipe) deviceId: string): Promise<void> {
    return this.devices.end(viewer, deviceId);
  }

  @Post('auth/devices/end-others')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Sign out all my other devices' })
  @ApiNoContentResponse()
  endOthers(@CurrentViewer() viewer: Viewer, @CurrentSession() session: SessionWithUser): Promise<void> {
    return this.devices.endOthers(viewer, session.id);
  }

  @Post('users/:userId/end-sessions')
  @Requires('user.secure')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Sign out a colleague on every device, and end their API tokens' })
  @ApiNoContentResponse()
  endAllOf(@CurrentViewer() viewer: Viewer, @Param('userId', ParseUUIDPipe) userId: string): Promise<void> {
    return this.devices.endAllOf(viewer, userId);
  }
}
