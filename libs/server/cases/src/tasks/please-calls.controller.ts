import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { PleaseCallDto } from './please-call.dto';
import { PleaseCalls } from './please-calls.service';
import { FinishTaskDto } from './task.dto';

@ApiTags('cases')
@Controller('please-calls')
export class PleaseCallsController {
  constructor(private readonly pleaseCalls: PleaseCalls) {}

  @Get()
  @Requires('please-call.read')
  @ApiOperation({ summary: 'People who are asked to call, without any reason' })
  @ApiOkResponse({ type: [PleaseCallDto] })
  list(@CurrentViewer() viewer: Viewer): Promise<PleaseCallDto[]> {
    return this.pleaseCalls.list(viewer);
  }

  @Post(':pleaseCallId/done')
  @Requires('please-call.done')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'The message was passed on' })
  @ApiNoContentResponse()
  passOn(
    @CurrentViewer() viewer: Viewer,
    @Param('pleaseCallId', ParseUUIDPipe) pleaseCallId: string,
    @Body() { version }: FinishTaskDto,
  ): Promise<void> {
    return this.pleaseCalls.passOn(viewer, pleaseCallId, version);
  }
}
