import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Patch, Post, Query, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, Requires, type Viewer } from '@sampan/kernel';
import { CONTRACT_BODY, CONTRACT_LIMITS, contractOf, toStream, type MulterFile } from './contract-upload';
import { PlacementCourse } from './placement-course';
import { PlacementPapers } from './placement-papers';
import { PlacementDetailDto, PlacementPage, PlacementsQuery } from './placement.dto';
import { PlacementsService } from './placements.service';
import { RecordedJobs } from './recorded-jobs';
import { EndPlacementDto, PlacementPapersDto, RecordJobDto, StartPlacementDto } from './write-placement.dto';

@ApiTags('placement')
@Controller('placements')
export class PlacementsController {
  constructor(
    private readonly placements: PlacementsService,
    private readonly course: PlacementCourse,
    private readonly papers: PlacementPapers,
    private readonly recorded: RecordedJobs,
  ) {}

  @Get()
  @FromReplica()
  @Requires('placement.read')
  @ApiOperation({ summary: 'Placements, newest first' })
  @ApiOkResponse({ type: PlacementPage })
  list(@CurrentViewer() viewer: Viewer, @Query() query: PlacementsQuery): Promise<PlacementPage> {
    return this.placements.list(viewer, query);
  }

  @Post()
  @Requires('placement.write')
  @ApiOperation({ summary: 'Record a job that somebody has, whoever found it' })
  @ApiCreatedResponse({ type: PlacementDetailDto })
  record(@CurrentViewer() viewer: Viewer, @Body() job: RecordJobDto): Promise<PlacementDetailDto> {
    return this.recorded.record(viewer, job);
  }

  @Get(':placementId')
  @Requires('placement.read')
  @ApiOperation({ summary: 'One placement: gates, papers, checks, observations' })
  @ApiOkResponse({ type: PlacementDetailDto })
  open(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string): Promise<PlacementDetailDto> {
    return this.placements.open(viewer, placementId);
  }

  @Patch(':placementId/papers')
  @Requires('placement.write')
  @ApiOperation({ summary: 'Language of the contract, who holds the passport, who paid what' })
  @ApiOkResponse({ type: PlacementDetailDto })
  changePapers(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string, @Body() papers: PlacementPapersDto): Promise<PlacementDetailDto> {
    return this.papers.change(viewer, placementId, papers);
  }

  @Post(':placementId/contract')
  @Requires('placement.write')
  @UseInterceptors(FileInterceptor('file', CONTRACT_LIMITS))
  @ApiConsumes('multipart/form-data')
  @ApiBody(CONTRACT_BODY)
  @ApiOperation({ summary: 'Put the contract on file (PDF, JPEG or PNG)' })
  @ApiCreatedResponse({ type: PlacementDetailDto })
  keepContract(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string, @UploadedFile() file: MulterFile | undefined): Promise<PlacementDetailDto> {
    return this.papers.keepContract(viewer, placementId, contractOf(file));
  }

  @Get(':placementId/contract')
  @Requires('placement.read')
  @ApiProduces('application/octet-stream')
  @ApiOperation({ summary: 'The contract on file' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  readContract(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string): Promise<StreamableFile> {
    return this.papers.readContract(viewer, placementId).then(toStream);
  }

  @Post(':placementId/check-contract')
  @Requires('placement.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Confirm that every gate is open' })
  @ApiOkResponse({ type: PlacementDetailDto })
  checkContract(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string): Promise<PlacementDetailDto> {
    return this.course.checkContract(viewer, placementId);
  }

  @Post(':placementId/start')
  @Requires('placement.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'The person has set out; checks are planned' })
  @ApiOkResponse({ type: PlacementDetailDto })
  start(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string, @Body() { startedOn }: StartPlacementDto): Promise<PlacementDetailDto> {
    return this.course.start(viewer, placementId, startedOn);
  }

  @Post(':placementId/confirm')
  @Requires('placement.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'The work has really begun' })
  @ApiOkResponse({ type: PlacementDetailDto })
  confirm(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string): Promise<PlacementDetailDto> {
    return this.course.confirm(viewer, placementId);
  }

  @Post(':placementId/end')
  @Requires('placement.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'The job has ended, and why; checks go on' })
  @ApiOkResponse({ type: PlacementDetailDto })
  end(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string, @Body() end: EndPlacementDto): Promise<PlacementDetailDto> {
    return this.course.end(viewer, placementId, end);
  }

  @Post(':placementId/never-started')
  @Requires('placement.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'The person never set out; the place is free again' })
  @ApiOkResponse({ type: PlacementDetailDto })
  neverStarted(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string): Promise<PlacementDetailDto> {
    return this.course.neverStarted(viewer, placementId);
  }
}
