import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountDto } from '@sampan/access';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { AssignPlaceDto, LeaveDto, WorkInHandDto } from './leaver.dto';
import { Leavers } from './leavers';

@ApiTags('access')
@Controller('users/:userId')
export class LeaversController {
  constructor(private readonly leavers: Leavers) {}

  @Get('work')
  @Requires('user.write')
  @ApiOperation({ summary: 'What is in a colleague’s hands, and who could take it over' })
  @ApiOkResponse({ type: WorkInHandDto })
  work(@CurrentViewer() viewer: Viewer, @Param('userId', ParseUUIDPipe) userId: string): Promise<WorkInHandDto> {
    return this.leavers.preview(viewer, userId);
  }

  @Post('leave')
  @Requires('user.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'A colleague leaves: the account is closed and the work goes to others, both or neither' })
  @ApiOkResponse({ type: AccountDto })
  leave(@CurrentViewer() viewer: Viewer, @Param('userId', ParseUUIDPipe) userId: string, @Body() order: LeaveDto): Promise<AccountDto> {
    return this.leavers.leave(viewer, userId, order);
  }

  @Post('assign')
  @Requires('user.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Another role or place; work that can no longer be done goes to others, both or neither' })
  @ApiOkResponse({ type: AccountDto })
  assign(@CurrentViewer() viewer: Viewer, @Param('userId', ParseUUIDPipe) userId: string, @Body() order: AssignPlaceDto): Promise<AccountDto> {
    return this.leavers.assign(viewer, userId, order);
  }
}
