import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, type Page, Requires, type Viewer } from '@sampan/kernel';
import { CohortDto, CohortPageDto, CohortQuery, CreateCohortDto, MoveCohortDto, UpdateCohortDto } from './cohort.dto';
import { CohortsService } from './cohorts.service';

@ApiTags('training')
@Controller('cohorts')
export class CohortsController {
  constructor(private readonly cohorts: CohortsService) {}

  @Get()
  @FromReplica()
  @Requires('cohort.read')
  @ApiOperation({ summary: 'Cohorts of my centres, latest start first' })
  @ApiOkResponse({ type: CohortPageDto })
  list(@CurrentViewer() viewer: Viewer, @Query() query: CohortQuery): Promise<Page<CohortDto>> {
    return this.cohorts.list(viewer, query);
  }

  @Post()
  @Requires('cohort.write')
  @ApiOperation({ summary: 'Plan a cohort' })
  @ApiCreatedResponse({ type: CohortDto })
  create(@CurrentViewer() viewer: Viewer, @Body() cohort: CreateCohortDto): Promise<CohortDto> {
    return this.cohorts.create(viewer, cohort);
  }

  @Get(':cohortId')
  @Requires('cohort.read')
  @ApiOperation({ summary: 'One cohort' })
  @ApiOkResponse({ type: CohortDto })
  one(@CurrentViewer() viewer: Viewer, @Param('cohortId', ParseUUIDPipe) cohortId: string): Promise<CohortDto> {
    return this.cohorts.get(viewer, cohortId);
  }

  @Put(':cohortId')
  @Requires('cohort.write')
  @ApiOperation({ summary: 'Change the plan of a cohort' })
  @ApiOkResponse({ type: CohortDto })
  update(
    @CurrentViewer() viewer: Viewer,
    @Param('cohortId', ParseUUIDPipe) cohortId: string,
    @Body() plan: UpdateCohortDto,
  ): Promise<CohortDto> {
    return this.cohorts.update(viewer, cohortId, plan);
  }

  @Post(':cohortId/transition')
  @Requires('cohort.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Open, close, start, complete or cancel a cohort' })
  @ApiOkResponse({ type: CohortDto })
  move(
    @CurrentViewer() viewer: Viewer,
    @Param('cohortId', ParseUUIDPipe) cohortId: string,
    @Body() move: MoveCohortDto,
  ): Promise<CohortDto> {
    return this.cohorts.move(viewer, cohortId, move);
  }
}
