import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, type Page, Requires, type Viewer } from '@sampan/kernel';
import { CaseDto, CaseLineDto, CasePage, CaseQuery } from './case.dto';
import { Cases } from './cases.service';
import { AssignCaseDto, CloseCaseDto, DecideClosureDto, RejectCaseDto, ReopenCaseDto } from './change-case.dto';
import { Closures } from './closures';
import { OpenCaseDto, RecordIntakeDto } from './open-case.dto';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: Cases,
    private readonly closures: Closures,
  ) {}

  @Get()
  @FromReplica()
  @Requires('case.read')
  @ApiOperation({ summary: 'The cases within my reach, newest first' })
  @ApiOkResponse({ type: CasePage })
  list(@CurrentViewer() viewer: Viewer, @Query() query: CaseQuery): Promise<Page<CaseLineDto>> {
    return this.cases.list(viewer, query);
  }

  @Post()
  @Requires('case.open')
  @ApiOperation({ summary: 'Open a case from an intake talk; I own it' })
  @ApiCreatedResponse({ type: CaseDto })
  open(@CurrentViewer() viewer: Viewer, @Body() order: OpenCaseDto): Promise<CaseDto> {
    return this.cases.open(viewer, order);
  }

  @Get(':caseId')
  @Requires('case.read')
  @ApiOperation({ summary: 'One case; the reading is audited' })
  @ApiOkResponse({ type: CaseDto })
  get(@CurrentViewer() viewer: Viewer, @Param('caseId', ParseUUIDPipe) caseId: string): Promise<CaseDto> {
    return this.cases.get(viewer, caseId);
  }

  @Post(':caseId/intake')
  @Requires('case.update')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Record or correct what the person came for' })
  @ApiOkResponse({ type: CaseDto })
  recordIntake(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() intake: RecordIntakeDto,
  ): Promise<CaseDto> {
    return this.cases.recordIntake(viewer, caseId, intake);
  }

  @Post(':caseId/owner')
  @Requires('case.assign')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Give the case to a worker, who joins the person’s caseload' })
  @ApiOkResponse({ type: CaseDto })
  assign(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() order: AssignCaseDto,
  ): Promise<CaseDto> {
    return this.cases.assign(viewer, caseId, order);
  }

  @Post(':caseId/rejection')
  @Requires('case.close')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Reject a referral, before its intake, with a reason' })
  @ApiOkResponse({ type: CaseDto })
  reject(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() order: RejectCaseDto,
  ): Promise<CaseDto> {
    return this.cases.reject(viewer, caseId, order);
  }

  @Post(':caseId/closure')
  @Requires('case.close')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Ask the supervisor to close the case' })
  @ApiOkResponse({ type: CaseDto })
  close(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() order: CloseCaseDto,
  ): Promise<CaseDto> {
    return this.closures.request(viewer, caseId, order);
  }

  @Post(':caseId/closure/decision')
  @Requires('case.approve')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Approve the closure or return it; never one’s own' })
  @ApiOkResponse({ type: CaseDto })
  decideClosure(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() decision: DecideClosureDto,
  ): Promise<CaseDto> {
    return this.closures.decide(viewer, caseId, decision);
  }

  @Post(':caseId/reopening')
  @Requires('case.close')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Reopen a closed case, with the reason' })
  @ApiOkResponse({ type: CaseDto })
  reopen(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() order: ReopenCaseDto,
  ): Promise<CaseDto> {
    return this.closures.reopen(viewer, caseId, order);
  }
}
