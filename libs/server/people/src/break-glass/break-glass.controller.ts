import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { BreakGlassDto, BreakGlassPage, BreakGlassQueryDto, BreakGlassRequestDto, ReviewBreakGlassDto } from './break-glass.dto';
import { BreakGlasses } from './break-glass.service';

@ApiTags('people')
@Controller('break-glass')
export class BreakGlassController {
  constructor(private readonly accesses: BreakGlasses) {}

  @Post()
  @Requires('person.break-glass')
  @ApiOperation({ summary: 'See one person outside my reach for some hours, with a reason; reported at once' })
  @ApiCreatedResponse({ type: BreakGlassDto })
  ask(@CurrentViewer() viewer: Viewer, @Body() request: BreakGlassRequestDto): Promise<BreakGlassDto> {
    return this.accesses.ask(viewer, request);
  }

  @Get('mine')
  @Requires('person.break-glass')
  @ApiOperation({ summary: 'The accesses that I have asked for, newest first' })
  @ApiOkResponse({ type: [BreakGlassDto] })
  mine(@CurrentViewer() viewer: Viewer): Promise<BreakGlassDto[]> {
    return this.accesses.listOwn(viewer);
  }

  @Post('mine/:accessId/end')
  @Requires('person.break-glass')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'I need this access no longer' })
  @ApiNoContentResponse()
  endMine(@CurrentViewer() viewer: Viewer, @Param('accessId', ParseUUIDPipe) accessId: string): Promise<void> {
    return this.accesses.endOwn(viewer, accessId);
  }

  @Get()
  @Requires('break-glass.review')
  @ApiOperation({ summary: 'Who opened files of my centres from outside, newest first' })
  @ApiOkResponse({ type: BreakGlassPage })
  list(@CurrentViewer() viewer: Viewer, @Query() { onlyUnreviewed = false, cursor, limit = 25 }: BreakGlassQueryDto): Promise<BreakGlassPage> {
    return this.accesses.list(viewer, { onlyUnreviewed, cursor, limit });
  }

  @Post(':breakGlassId/end')
  @Requires('break-glass.review')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'End an access to a person of my centres' })
  @ApiNoContentResponse()
  end(@CurrentViewer() viewer: Viewer, @Param('breakGlassId', ParseUUIDPipe) breakGlassId: string): Promise<void> {
    return this.accesses.endAnothers(viewer, breakGlassId);
  }

  @Post(':breakGlassId/review')
  @Requires('break-glass.review')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Say what was found when the access was looked at' })
  @ApiOkResponse({ type: BreakGlassDto })
  review(@CurrentViewer() viewer: Viewer, @Param('breakGlassId', ParseUUIDPipe) breakGlassId: string, @Body() { verdict }: ReviewBreakGlassDto): Promise<BreakGlassDto> {
    return this.accesses.review(viewer, breakGlassId, verdict);
  }
}
