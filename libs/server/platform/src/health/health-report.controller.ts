import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@sampan/kernel';
import { HealthReportDto } from './health.dto';
import { HealthReport } from './health-report';

@ApiTags('platform')
@Controller('health-report')
export class HealthReportController {
  constructor(private readonly report: HealthReport) {}

  @Get()
  @Requires('health.read')
  @ApiOperation({ summary: 'How this node is, in plain words: nothing to do, look at it, act now' })
  @ApiOkResponse({ type: HealthReportDto })
  show(): Promise<HealthReportDto> {
    return this.report.make();
  }
}
