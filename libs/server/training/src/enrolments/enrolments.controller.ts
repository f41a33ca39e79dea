import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, type Page, Requires, type Viewer } from '@sampan/kernel';
import { CompletionsService } from './completions.service';
import {
  AssessDto,
  CompleteDto,
  CompletionConditionDto,
  ConfirmLeftEarlyDto,
  EnrolmentDto,
  EnrolmentPageDto,
  EnrolmentQuery,
  EnrolTraineeDto,
  WithdrawDto,
} from './enrolment.dto';
import { EnrolmentsService } from './enrolments.service';

@ApiTags('training')
@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly completions: CompletionsService,
  ) {}

  @Get('cohorts/:cohortId/enrolments')
  @FromReplica()
  @Requires('enrolment.read')
  @ApiOperation({ summary: 'Everybody who is or was in a cohort, by name' })
  @ApiOkResponse({ type: [EnrolmentDto] })
  ofCohort(@CurrentViewer() viewer: Viewer, @Param('cohortId', ParseUUIDPipe) cohortId: string): Promise<EnrolmentDto[]> {
    return this.enrolments.ofCohort(viewer, cohortId);
  }

  @Post('cohorts/:cohortId/enrolments')
  @Requires('cohort.enrol')
  @ApiOperation({ summary: 'Enrol a person in a cohort' })
  @ApiCreatedResponse({ type: EnrolmentDto })
  enrol(
    @CurrentViewer() viewer: Viewer,
    @Param('cohortId', ParseUUIDPipe) cohortId: string,
    @Body() trainee: EnrolTraineeDto,
  ): Promise<EnrolmentDto> {
    return this.enrolments.enrol(viewer, cohortId, trainee);
  }

  @Get('enrolments')
  @FromReplica()
  @Requires('enrolment.read')
  @ApiOperation({ summary: 'Enrolments of a person, or those that wait for staff; latest first' })
  @ApiOkResponse({ type: EnrolmentPageDto })
  list(@CurrentViewer() viewer: Viewer, @Query() query: EnrolmentQuery): Promise<Page<EnrolmentDto>> {
    return this.enrolments.list(viewer, query);
  }

  @Get('enrolments/:enrolmentId')
  @Requires('enrolment.read')
  @ApiOperation({ summary: 'One enrolment' })
  @ApiOkResponse({ type: EnrolmentDto })
  one(@CurrentViewer() viewer: Viewer, @Param('enrolmentId', ParseUUIDPipe) enrolmentId: string): Promise<EnrolmentDto> {
    return this.enrolments.get(viewer, enrolmentId);
  }

  @Post('enrolments/:enrolmentId/withdraw')
  @Requires('enrolment.update')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Record that a trainee stops, and why' })
  @ApiOkResponse({ type: EnrolmentDto })
  withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('enrolmentId', ParseUUIDPipe) enrolmentId: string,
    @Body() leaving: WithdrawDto,
  ): Promise<EnrolmentDto> {
    return this.enrolments.withdraw(viewer, enrolmentId, leaving);
  }

  @Post('enrolments/:enrolmentId/confirm-left-early')
  @Requires('enrolment.update')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Confirm that a trainee who missed many sessions in a row has left' })
  @ApiOkResponse({ type: EnrolmentDto })
  confirmLeftEarly(
    @CurrentViewer() viewer: Viewer,
    @Param('enrolmentId', ParseUUIDPipe) enrolmentId: string,
    @Body() leaving: ConfirmLeftEarlyDto,
  ): Promise<EnrolmentDto> {
    return this.enrolments.confirmLeftEarly(viewer, enrolmentId, leaving);
  }

  @Put('enrolments/:enrolmentId/assessment')
  @Requires('enrolment.update')
  @ApiOperation({ summary: 'Record the result of the assessment' })
  @ApiOkResponse({ type: EnrolmentDto })
  assess(
    @CurrentViewer() viewer: Viewer,
    @Param('enrolmentId', ParseUUIDPipe) enrolmentId: string,
    @Body() assessment: AssessDto,
  ): Promise<EnrolmentDto> {
    return this.completions.assess(viewer, enrolmentId, assessment);
  }

  @Get('enrolments/:enrolmentId/completion')
  @Requires('enrolment.read')
  @ApiOperation({ summary: 'The conditions of completion, met or not' })
  @ApiOkResponse({ type: [CompletionConditionDto] })
  completion(
    @CurrentViewer() viewer: Viewer,
    @Param('enrolmentId', ParseUUIDPipe) enrolmentId: string,
  ): Promise<CompletionConditionDto[]> {
    return this.completions.conditions(viewer, enrolmentId);
  }

  @Post('enrolments/:enrolmentId/complete')
  @Requires('enrolment.update')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Record that a trainee has completed the programme' })
  @ApiOkResponse({ type: EnrolmentDto })
  complete(
    @CurrentViewer() viewer: Viewer,
    @Param('enrolmentId', ParseUUIDPipe) enrolmentId: string,
    @Body() completion: CompleteDto,
  ): Promise<EnrolmentDto> {
    return this.completions.complete(viewer, enrolmentId, completion);
  }
}
