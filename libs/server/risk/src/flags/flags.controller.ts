import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, type Page, Requires, type Viewer } from '@sampan/kernel';
import { FlagDto, FlagPage, FlagQuery, ReviewFlagDto, type FlagSummaryDto } from './flag.dto';
import { FlagStatisticsDto } from './flag-statistics.dto';
import { FlagStatistics } from './flag-statistics.service';
import { Flags } from './flags.service';

@ApiTags('risk')
@Controller('flags')
export class FlagsController {
  constructor(
    private readonly flags: Flags,
    private readonly statistics: FlagStatistics,
  ) {}

  @Get()
  @FromReplica()
  @Requires('flag.read')
  @ApiOperation({ summary: 'Flags within my reach, by the day on which an answer is due' })
  @ApiOkResponse({ type: FlagPage })
  list(@CurrentViewer() viewer: Viewer, @Query() query: FlagQuery): Promise<Page<FlagSummaryDto>> {
    return this.flags.list(viewer, query);
  }

  @Get('statistics')
  @Requires('queue.read')
  @ApiOperation({ summary: 'How flags were decided lately, by worker, with overrides in both directions' })
  @ApiOkResponse({ type: FlagStatisticsDto })
  decisions(@CurrentViewer() viewer: Viewer): Promise<FlagStatisticsDto> {
    return this.statistics.get(viewer);
  }

  @Get(':flagId')
  @Requires('flag.read')
  @ApiOperation({ summary: 'One flag with its reasons; the reading is audited' })
  @ApiOkResponse({ type: FlagDto })
  get(@CurrentViewer() viewer: Viewer, @Param('flagId', ParseUUIDPipe) flagId: string): Promise<FlagDto> {
    return this.flags.get(viewer, flagId);
  }

  @Post(':flagId/review')
  @Requires('flag.review')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Start a review, accept ("help to be offered"), dismiss, defer or close, with a reason' })
  @ApiOkResponse({ type: FlagDto })
  review(
    @CurrentViewer() viewer: Viewer,
    @Param('flagId', ParseUUIDPipe) flagId: string,
    @Body() review: ReviewFlagDto,
  ): Promise<FlagDto> {
    return this.flags.review(viewer, flagId, review);
  }
}
