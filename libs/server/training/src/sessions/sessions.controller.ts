import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { CancelSessionDto, CreateSessionDto, SessionDto, SessionPatternDto, SessionQuery } from './session.dto';
import { SessionsService } from './sessions.service';

@ApiTags('training')
@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get('sessions')
  @Requires('session.read')
  @ApiOperation({ summary: 'Sessions of a day at my centres, or those whose register is missing' })
  @ApiOkResponse({ type: [SessionDto] })
  list(@CurrentViewer() viewer: Viewer, @Query() query: SessionQuery): Promise<SessionDto[]> {
    return this.sessions.list(viewer, query);
  }

  @Get('sessions/:sessionId')
  @Requires('session.read')
  @ApiOperation({ summary: 'One session' })
  @ApiOkResponse({ type: SessionDto })
  one(@CurrentViewer() viewer: Viewer, @Param('sessionId', ParseUUIDPipe) sessionId: string): Promise<SessionDto> {
    return this.sessions.get(viewer, sessionId);
  }

  @Post('sessions/:sessionId/cancel')
  @Requires('session.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Cancel a session that has not been held' })
  @ApiOkResponse({ type: SessionDto })
  cancel(
    @CurrentViewer() viewer: Viewer,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() cancellation: CancelSessionDto,
  ): Promise<SessionDto> {
    return this.sessions.cancel(viewer, sessionId, cancellation);
  }

  @Get('cohorts/:cohortId/sessions')
  @Requires('session.read')
  @ApiOperation({ summary: 'The timetable of a cohort' })
  @ApiOkResponse({ type: [SessionDto] })
  ofCohort(@CurrentViewer() viewer: Viewer, @Param('cohortId', ParseUUIDPipe) cohortId: string): Promise<SessionDto[]> {
    return this.sessions.ofCohort(viewer, cohortId);
  }

  @Post('cohorts/:cohortId/sessions')
  @Requires('session.write')
  @ApiOperation({ summary: 'Schedule one session' })
  @ApiCreatedResponse({ type: SessionDto })
  schedule(
    @CurrentViewer() viewer: Viewer,
    @Param('cohortId', ParseUUIDPipe) cohortId: string,
    @Body() session: CreateSessionDto,
  ): Promise<SessionDto> {
    return this.sessions.schedule(viewer, cohortId, session);
  }

  @Post('cohorts/:cohortId/sessions/pattern')
  @Requires('session.write')
  @ApiOperation({ summary: 'Schedule sessions on weekdays between two days; answers the whole timetable' })
  @ApiCreatedResponse({ type: [SessionDto] })
  scheduleMany(
    @CurrentViewer() viewer: Viewer,
    @Param('cohortId', ParseUUIDPipe) cohortId: string,
    @Body() pattern: SessionPatternDto,
  ): Promise<SessionDto[]> {
    return this.sessions.scheduleMany(viewer, cohortId, pattern);
  }
}
