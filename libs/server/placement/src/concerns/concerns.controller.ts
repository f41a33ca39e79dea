import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, OnlyReads, Requires, type Viewer } from '@sampan/kernel';
import { ConcernDto, ConcernPage, ConcernReceiptDto, ConcernsQuery, ConcernWordsDto, MoveConcernDto, OpenWordsDto, ReportConcernDto, TriageConcernDto } from './concern.dto';
import { ConcernsService } from './concerns.service';

@ApiTags('placement')
@Controller('labour-concerns')
export class ConcernsController {
  constructor(private readonly concerns: ConcernsService) {}

  @Get()
  @FromReplica()
  @Requires('concern.read')
  @ApiOperation({ summary: 'Labour concerns, newest first; never who reported' })
  @ApiOkResponse({ type: ConcernPage })
  list(@CurrentViewer() viewer: Viewer, @Query() query: ConcernsQuery): Promise<ConcernPage> {
    return this.concerns.list(viewer, query);
  }

  @Post()
  @Requires('concern.report')
  @ApiOperation({ summary: 'Report that something is wrong at somebody’s work' })
  @ApiCreatedResponse({ type: ConcernReceiptDto })
  report(@CurrentViewer() viewer: Viewer, @Body() concern: ReportConcernDto): Promise<ConcernReceiptDto> {
    return this.concerns.report(viewer, concern);
  }

  @Get(':concernId')
  @Requires('concern.read')
  @ApiOperation({ summary: 'One concern; who reported is for its named handler' })
  @ApiOkResponse({ type: ConcernDto })
  open(@CurrentViewer() viewer: Viewer, @Param('concernId', ParseUUIDPipe) concernId: string): Promise<ConcernDto> {
    return this.concerns.open(viewer, concernId);
  }

  @Post(':concernId/triage')
  @Requires('concern.handle')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Say how bad it is, and who handles it' })
  @ApiOkResponse({ type: ConcernDto })
  triage(@CurrentViewer() viewer: Viewer, @Param('concernId', ParseUUIDPipe) concernId: string, @Body() triage: TriageConcernDto): Promise<ConcernDto> {
    return this.concerns.triage(viewer, concernId, triage);
  }

  @Post(':concernId/move')
  @Requires('concern.handle')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'The next step of a concern' })
  @ApiOkResponse({ type: ConcernDto })
  move(@CurrentViewer() viewer: Viewer, @Param('concernId', ParseUUIDPipe) concernId: string, @Body() step: MoveConcernDto): Promise<ConcernDto> {
    return this.concerns.move(viewer, concernId, step);
  }

  @Post(':concernId/words')
  @OnlyReads()
  @Requires('concern.handle')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Read the words of a concern, with a reason that is kept' })
  @ApiOkResponse({ type: ConcernWordsDto })
  openWords(@CurrentViewer() viewer: Viewer, @Param('concernId', ParseUUIDPipe) concernId: string, @Body() { reason }: OpenWordsDto): Promise<ConcernWordsDto> {
    return this.concerns.openWords(viewer, concernId, reason);
  }
}
