import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { AssignCaseloadDto, CaseloadEntryDto } from './caseload.dto';
import { Caseload } from './caseload.service';

@ApiTags('people')
@Controller('people/:personId/caseload')
export class CaseloadController {
  constructor(private readonly caseload: Caseload) {}

  @Get()
  @Requires('caseload.read')
  @ApiOperation({ summary: 'Who works with this person, now and before' })
  @ApiOkResponse({ type: [CaseloadEntryDto] })
  list(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string): Promise<CaseloadEntryDto[]> {
    return this.caseload.list(viewer, personId);
  }

  @Post()
  @Requires('caseload.assign')
  @ApiOperation({ summary: 'Give the person to a colleague' })
  @ApiCreatedResponse({ type: CaseloadEntryDto })
  assign(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string, @Body() assignment: AssignCaseloadDto): Promise<CaseloadEntryDto> {
    return this.caseload.assign(viewer, { ...assignment, personId });
  }

  @Post(':entryId/end')
  @Requires('caseload.assign')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'The colleague no longer works with this person' })
  @ApiNoContentResponse()
  end(
    @CurrentViewer() viewer: Viewer,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
  ): Promise<void> {
    return this.caseload.end(viewer, personId, entryId);
  }
}
