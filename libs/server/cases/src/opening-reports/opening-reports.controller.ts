import { Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { OpenedReportDto, OpeningReportDto } from './opening-report.dto';
import { OpeningReports } from './opening-reports.service';

@ApiTags('cases')
@Controller('opening-reports')
export class OpeningReportsController {
  constructor(private readonly reports: OpeningReports) {}

  @Get()
  @Requires('opening-report.read')
  @ApiOperation({ summary: 'My weekly reports of opened level-3 notes, newest first' })
  @ApiOkResponse({ type: [OpeningReportDto] })
  list(@CurrentViewer() viewer: Viewer): Promise<OpeningReportDto[]> {
    return this.reports.list(viewer);
  }

  @Get(':reportId')
  @Requires('opening-report.read')
  @ApiOperation({ summary: 'Who opened which level-3 note in that week, and why' })
  @ApiOkResponse({ type: OpenedReportDto })
  open(@CurrentViewer() viewer: Viewer, @Param('reportId', ParseUUIDPipe) reportId: string): Promise<OpenedReportDto> {
    return this.reports.open(viewer, reportId);
  }

  @Post(':reportId/acknowledge')
  @Requires('opening-report.read')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'I have read this report' })
  @ApiNoContentResponse()
  acknowledge(@CurrentViewer() viewer: Viewer, @Param('reportId', ParseUUIDPipe) reportId: string): Promise<void> {
    return this.reports.acknowledge(viewer, reportId);
  }
}
