import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { TimelinePage, TimelineQueryDto } from './timeline.dto';
import { Timeline } from './timeline.service';

@ApiTags('people')
@Controller('people/:personId/timeline')
export class TimelineController {
  constructor(private readonly timeline: Timeline) {}

  @Get()
  @Requires('person.read')
  @ApiOperation({ summary: 'What happened, newest first, as far as I may see it' })
  @ApiOkResponse({ type: TimelinePage })
  list(
    @CurrentViewer() viewer: Viewer,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Query() { rooms = [], cursor, limit = 25 }: TimelineQueryDto,
  ): Promise<TimelinePage> {
    return this.timeline.list(viewer, personId, { rooms, cursor, limit });
  }
}
