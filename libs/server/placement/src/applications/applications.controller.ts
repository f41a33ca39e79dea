import { Body, Controller, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { VacancyApplicationDto } from './application.dto';
import { ApplicationsService } from './applications.service';
import { MoveApplicationDto } from './write-application.dto';

@ApiTags('placement')
@Controller('vacancy-applications')
export class ApplicationsController {
  constructor(private readonly applications: ApplicationsService) {}

  @Post(':applicationId/move')
  @Requires('application.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Move an application on; accepted makes it a placement' })
  @ApiOkResponse({ type: VacancyApplicationDto })
  move(@CurrentViewer() viewer: Viewer, @Param('applicationId', ParseUUIDPipe) applicationId: string, @Body() step: MoveApplicationDto): Promise<VacancyApplicationDto> {
    return this.applications.move(viewer, applicationId, step);
  }
}
