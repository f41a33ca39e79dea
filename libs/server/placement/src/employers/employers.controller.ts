import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, Requires, type Viewer } from '@sampan/kernel';
import { EmployerFileDto, EmployerPage, EmployersQuery } from './employer.dto';
import { EmployersService } from './employers.service';
import { DecideClearanceDto, ProposeClearanceDto, RecordCheckDto, VettingReasonDto } from './vetting.dto';
import { VettingService } from './vetting.service';
import { ChangeEmployerDto, NewEmployerDto } from './write-employer.dto';

@ApiTags('placement')
@Controller('employers')
export class EmployersController {
  constructor(
    private readonly employers: EmployersService,
    private readonly vetting: VettingService,
  ) {}

  @Get()
  @FromReplica()
  @Requires('employer.read')
  @ApiOperation({ summary: 'Employers and agencies, by name' })
  @ApiOkResponse({ type: EmployerPage })
  list(@CurrentViewer() viewer: Viewer, @Query() query: EmployersQuery): Promise<EmployerPage> {
    return this.employers.list(viewer, query);
  }

  @Post()
  @Requires('employer.write')
  @ApiOperation({ summary: 'Open a file for an employer or an agency' })
  @ApiCreatedResponse({ type: EmployerFileDto })
  add(@CurrentViewer() viewer: Viewer, @Body() employer: NewEmployerDto): Promise<EmployerFileDto> {
    return this.employers.add(viewer, employer);
  }

  @Get(':employerId')
  @Requires('employer.read')
  @ApiOperation({ summary: 'The file of an employer: checks, proposal, decisions' })
  @ApiOkResponse({ type: EmployerFileDto })
  file(@CurrentViewer() viewer: Viewer, @Param('employerId', ParseUUIDPipe) employerId: string): Promise<EmployerFileDto> {
    return this.employers.file(viewer, employerId);
  }

  @Patch(':employerId')
  @Requires('employer.write')
  @ApiOperation({ summary: 'Change an employer; another name or number needs a new clearance' })
  @ApiOkResponse({ type: EmployerFileDto })
  change(@CurrentViewer() viewer: Viewer, @Param('employerId', ParseUUIDPipe) employerId: string, @Body() change: ChangeEmployerDto): Promise<EmployerFileDto> {
    return this.employers.change(viewer, employerId, change);
  }

  @Post(':employerId/vetting/checks')
  @Requires('employer.vet')
  @ApiOperation({ summary: 'Record a check, with its evidence' })
  @ApiCreatedResponse({ type: EmployerFileDto })
  recordCheck(@CurrentViewer() viewer: Viewer, @Param('employerId', ParseUUIDPipe) employerId: string, @Body() check: RecordCheckDto): Promise<EmployerFileDto> {
    return this.vetting.recordCheck(viewer, employerId, check);
  }

  @Post(':employerId/vetting/proposal')
  @Requires('employer.vet')
  @ApiOperation({ summary: 'Propose that people may be sent to this employer' })
  @ApiCreatedResponse({ type: EmployerFileDto })
  propose(@CurrentViewer() viewer: Viewer, @Param('employerId', ParseUUIDPipe) employerId: string, @Body() proposal: ProposeClearanceDto): Promise<EmployerFileDto> {
    return this.vetting.propose(viewer, employerId, proposal);
  }

  @Post(':employerId/vetting/decision')
  @Requires('employer.approve')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Decide what somebody else has proposed' })
  @ApiOkResponse({ type: EmployerFileDto })
  decide(@CurrentViewer() viewer: Viewer, @Param('employerId', ParseUUIDPipe) employerId: string, @Body() decision: DecideClearanceDto): Promise<EmployerFileDto> {
    return this.vetting.decide(viewer, employerId, decision);
  }

  @Post(':employerId/vetting/block')
  @Requires('employer.vet')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Block an employer at once' })
  @ApiOkResponse({ type: EmployerFileDto })
  block(@CurrentViewer() viewer: Viewer, @Param('employerId', ParseUUIDPipe) employerId: string, @Body() { reason }: VettingReasonDto): Promise<EmployerFileDto> {
    return this.vetting.block(viewer, employerId, reason);
  }

  @Post(':employerId/vetting/reopen')
  @Requires('employer.approve')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Review an employer again' })
  @ApiOkResponse({ type: EmployerFileDto })
  reopen(@CurrentViewer() viewer: Viewer, @Param('employerId', ParseUUIDPipe) employerId: string, @Body() { reason }: VettingReasonDto): Promise<EmployerFileDto> {
    return this.vetting.reopen(viewer, employerId, reason);
  }
}
