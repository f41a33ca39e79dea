import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, Requires, type Viewer } from '@sampan/kernel';
import { ApplicationsService } from '../applications/applications.service';
import { VacancyApplicationDto } from '../applications/application.dto';
import { ProposePersonDto } from '../applications/write-application.dto';
import { VacanciesService } from './vacancies.service';
import { VacanciesQuery, VacancyDetailDto, VacancyPage } from './vacancy.dto';
import { ChangeVacancyDto, NewVacancyDto, ScreenOfferDto } from './write-vacancy.dto';

@ApiTags('placement')
@Controller('vacancies')
export class VacanciesController {
  constructor(
    private readonly vacancies: VacanciesService,
    private readonly applications: ApplicationsService,
  ) {}

  @Get()
  @FromReplica()
  @Requires('vacancy.read')
  @ApiOperation({ summary: 'Vacancies, newest first' })
  @ApiOkResponse({ type: VacancyPage })
  list(@CurrentViewer() viewer: Viewer, @Query() query: VacanciesQuery): Promise<VacancyPage> {
    return this.vacancies.list(viewer, query);
  }

  @Post()
  @Requires('vacancy.write')
  @ApiOperation({ summary: 'Add a vacancy, as a draft' })
  @ApiCreatedResponse({ type: VacancyDetailDto })
  add(@CurrentViewer() viewer: Viewer, @Body() vacancy: NewVacancyDto): Promise<VacancyDetailDto> {
    return this.vacancies.add(viewer, vacancy);
  }

  @Get(':vacancyId')
  @Requires('vacancy.read')
  @ApiOperation({ summary: 'One vacancy with its offer screen' })
  @ApiOkResponse({ type: VacancyDetailDto })
  detail(@CurrentViewer() viewer: Viewer, @Param('vacancyId', ParseUUIDPipe) vacancyId: string): Promise<VacancyDetailDto> {
    return this.vacancies.detail(viewer, vacancyId);
  }

  @Patch(':vacancyId')
  @Requires('vacancy.write')
  @ApiOperation({ summary: 'Change a vacancy; another wage or place needs a new screen' })
  @ApiOkResponse({ type: VacancyDetailDto })
  change(@CurrentViewer() viewer: Viewer, @Param('vacancyId', ParseUUIDPipe) vacancyId: string, @Body() change: ChangeVacancyDto): Promise<VacancyDetailDto> {
    return this.vacancies.change(viewer, vacancyId, change);
  }

  @Post(':vacancyId/screen')
  @Requires('vacancy.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Screen the offer: passed opens it, failed blocks it' })
  @ApiOkResponse({ type: VacancyDetailDto })
  screen(@CurrentViewer() viewer: Viewer, @Param('vacancyId', ParseUUIDPipe) vacancyId: string, @Body() screen: ScreenOfferDto): Promise<VacancyDetailDto> {
    return this.vacancies.screen(viewer, vacancyId, screen);
  }

  @Post(':vacancyId/close')
  @Requires('vacancy.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Close a vacancy' })
  @ApiOkResponse({ type: VacancyDetailDto })
  close(@CurrentViewer() viewer: Viewer, @Param('vacancyId', ParseUUIDPipe) vacancyId: string): Promise<VacancyDetailDto> {
    return this.vacancies.close(viewer, vacancyId);
  }

  @Get(':vacancyId/applications')
  @Requires('application.read')
  @ApiOperation({ summary: 'Who has been proposed for a vacancy, and how far' })
  @ApiOkResponse({ type: [VacancyApplicationDto] })
  applicationsOf(@CurrentViewer() viewer: Viewer, @Param('vacancyId', ParseUUIDPipe) vacancyId: string): Promise<VacancyApplicationDto[]> {
    return this.applications.listOf(viewer, vacancyId);
  }

  @Post(':vacancyId/applications')
  @Requires('application.write')
  @ApiOperation({ summary: 'Propose a person for a vacancy' })
  @ApiCreatedResponse({ type: VacancyApplicationDto })
  propose(@CurrentViewer() viewer: Viewer, @Param('vacancyId', ParseUUIDPipe) vacancyId: string, @Body() proposal: ProposePersonDto): Promise<VacancyApplicationDto> {
    return this.applications.propose(viewer, vacancyId, proposal);
  }
}
