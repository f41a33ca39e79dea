import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { AssessmentDto, RecordAssessmentDto } from './assessment.dto';
import { Assessments } from './assessments.service';

@ApiTags('cases')
@Controller('cases/:caseId/assessments')
export class AssessmentsController {
  constructor(private readonly assessments: Assessments) {}

  @Get()
  @Requires('case.read')
  @ApiOperation({ summary: 'The outcome scale of a case, newest first' })
  @ApiOkResponse({ type: [AssessmentDto] })
  list(@CurrentViewer() viewer: Viewer, @Param('caseId', ParseUUIDPipe) caseId: string): Promise<AssessmentDto[]> {
    return this.assessments.list(viewer, caseId);
  }

  @Post()
  @Requires('case.update')
  @ApiOperation({ summary: 'Score the ten dimensions of the outcome scale' })
  @ApiCreatedResponse({ type: AssessmentDto })
  record(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() order: RecordAssessmentDto,
  ): Promise<AssessmentDto> {
    return this.assessments.record(viewer, caseId, order);
  }
}
