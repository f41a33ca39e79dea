import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { ChangeOrganisationDto, NewOrganisationDto, OrganisationDto, OrganisationPage, OrganisationsQuery } from './organisation.dto';
import { Organisations } from './organisations';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: Organisations) {}

  @Get()
  @Requires('organisation.write')
  @ApiOperation({ summary: 'Organisations within my reach, by name' })
  @ApiOkResponse({ type: OrganisationPage })
  list(@CurrentViewer() viewer: Viewer, @Query() query: OrganisationsQuery): Promise<OrganisationPage> {
    return this.organisations.list(viewer, query);
  }

  @Post()
  @Requires('organisation.write')
  @ApiOperation({ summary: 'Add an organisation' })
  @ApiCreatedResponse({ type: OrganisationDto })
  add(@CurrentViewer() viewer: Viewer, @Body() organisation: NewOrganisationDto): Promise<OrganisationDto> {
    return this.organisations.add(viewer, organisation);
  }

  @Get(':organisationId')
  @Requires('organisation.write')
  @ApiOperation({ summary: 'One organisation' })
  @ApiOkResponse({ type: OrganisationDto })
  one(@CurrentViewer() viewer: Viewer, @Param('organisationId', ParseUUIDPipe) organisationId: string): Promise<OrganisationDto> {
    return this.organisations.get(viewer, organisationId);
  }

  @Put(':organisationId')
  @Requires('organisation.write')
  @ApiOperation({ summary: 'Change an organisation, close it or open it again' })
  @ApiOkResponse({ type: OrganisationDto })
  change(@CurrentViewer() viewer: Viewer, @Param('organisationId', ParseUUIDPipe) organisationId: string, @Body() change: ChangeOrganisationDto): Promise<OrganisationDto> {
    return this.organisations.change(viewer, organisationId, change);
  }
}
